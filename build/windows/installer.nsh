; The uninstaller leaves the data, and says so; not while an update replaces the program, and not when it runs unattended.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    MessageBox MB_OK|MB_ICONINFORMATION "Sell or Stay has been removed. Your cases and backups are still in$\r$\n$\r$\n$APPDATA\Sell or Stay$\r$\n$\r$\nDelete that folder yourself if you no longer need them." /SD IDOK
  ${endIf}
!macroend
