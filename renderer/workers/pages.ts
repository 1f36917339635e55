// The thread in which pdf.js takes a PDF apart, from the program's own files.
import 'pdfjs-dist/build/pdf.worker.mjs'
