; "Open with" offers the program for letters and books. Their default programs stay as they are: no extension is
; registered here. https://learn.microsoft.com/windows/win32/shell/app-registration
!define APPLICATION_KEY "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
!macro customInstall
  WriteRegStr SHCTX "${APPLICATION_KEY}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr SHCTX "${APPLICATION_KEY}\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHCTX "${APPLICATION_KEY}\SupportedTypes" ".pdf" ""
  WriteRegStr SHCTX "${APPLICATION_KEY}\SupportedTypes" ".docx" ""
  WriteRegStr SHCTX "${APPLICATION_KEY}\SupportedTypes" ".eml" ""
  WriteRegStr SHCTX "${APPLICATION_KEY}\SupportedTypes" ".txt" ""
  WriteRegStr SHCTX "${APPLICATION_KEY}\SupportedTypes" ".csv" ""
  WriteRegStr SHCTX "${APPLICATION_KEY}\SupportedTypes" ".tsv" ""
  WriteRegStr SHCTX "${APPLICATION_KEY}\SupportedTypes" ".xlsx" ""
!macroend

; The uninstaller leaves the data, and says so; not while an update replaces the program, and not when it runs unattended.
!macro customUnInstall
  DeleteRegKey SHCTX "${APPLICATION_KEY}"
  ${ifNot} ${isUpdated}
    MessageBox MB_OK|MB_ICONINFORMATION "Sell or Stay has been removed. Your cases and backups are still in$\r$\n$\r$\n$APPDATA\Sell or Stay$\r$\n$\r$\nDelete that folder yourself if you no longer need them." /SD IDOK
  ${endIf}
!macroend
