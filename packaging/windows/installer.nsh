; What the installer adds to electron-builder's own: links into the application, which go with it. An update leaves them.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\sessiondeck" "" "URL:Sessiondeck link"
  WriteRegStr SHELL_CONTEXT "Software\Classes\sessiondeck" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\sessiondeck\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\sessiondeck\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "Software\Classes\sessiondeck"
    ; What the setting "Start with the computer" has written.
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
  ${endIf}
!macroend
