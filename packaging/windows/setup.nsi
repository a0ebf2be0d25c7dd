; The setup for Windows: for one user, without an administrator. packaging/windows/setup.sh compiles it, with VERSION, NUMBERS, SIZE (KB),
; LAYOUT (the folder to install), FILES (its list), ICON and OUT.
;   /S silent, /D=FOLDER another folder (last, unquoted), /ALLOWDOWNGRADE an older version over a newer one
;   exit code: 0 done, 1 cancelled, 2 failed, 3 a newer version is there, 4 the program is open, 5 Windows is too old
Target amd64-unicode
!ifdef QUICK ; for tests of upgrading
SetCompressor zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif
!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "WinVer.nsh"

!define NAME "Guidance KB"
!define PUBLISHER "The Guidance KB team"
!define REGISTERED "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define HELD "program\python313.dll" ; in use as long as the program runs, in a window or on the command line

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${REGISTERED}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
AllowSkipFiles off
BrandingText " "
ShowInstDetails nevershow
ShowUninstDetails nevershow
Var Data ; where the user's data is
Var Said

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME} Setup"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${PUBLISHER}. MIT License"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\guidance-kb.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAYS)"
!define MUI_FINISHPAGE_TEXT "$(INSTALLED)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "$(DATA_STAYS)"
!insertmacro MUI_UNPAGE_FINISH
!insertmacro MUI_LANGUAGE "English" ; the first is for whom neither is
!insertmacro MUI_LANGUAGE "Dutch"
!include "${__FILEDIR__}/setup-texts.nsh"

; ── for both: a sentence that is read, and the check that the program is closed ────────────────────────────────────────────────

!macro SharedFunctions UN

; Says $Said: in a box, or in a silent run to who listens to the output. Uses $0.
Function ${UN}Say
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONINFORMATION "$Said"
    Return
  ${EndIf}
  System::Call "kernel32::AttachConsole(i -1)"
  System::Call "kernel32::GetStdHandle(i -11) p .r0"
  ${If} $0 P<> 0
  ${AndIf} $0 P<> -1
    FileWrite $0 "$Said$\r$\n"
  ${EndIf}
FunctionEnd

; Ends with exit code 4 while the program of $INSTDIR is open. Uses $0.
Function ${UN}StopWhileOpen
again:
  IfFileExists "$INSTDIR\${HELD}" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\${HELD}" a
  IfErrors open
  FileClose $0
closed:
  Return
open:
  ${IfNot} ${Silent}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" IDRETRY again
  ${Else}
    StrCpy $Said "$(IS_OPEN)"
    Call ${UN}Say
  ${EndIf}
  SetErrorLevel 4
  Quit
FunctionEnd

!macroend
!insertmacro SharedFunctions ""
!insertmacro SharedFunctions "un."

; ── installing ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastBuild} 17763
    StrCpy $Said "$(TOO_OLD)"
    Call Say
    SetErrorLevel 5
    Quit
  ${EndIf}
  ReadRegStr $1 HKCU "${REGISTERED}" "DisplayVersion"
  ReadRegStr $2 HKCU "${REGISTERED}" "InstallLocation"
  IfFileExists "$2\guidance-kb.exe" 0 welcome ; somebody removed the folder by hand
  ${VersionCompare} "$1" "${VERSION}" $3
  ${GetParameters} $4
  ClearErrors
  ${GetOptions} $4 "/ALLOWDOWNGRADE" $5
  ${If} ${Errors}
  ${AndIf} $3 == 1
    StrCpy $Said "$(NEWER_IS_THERE)"
    Call Say
    SetErrorLevel 3
    Quit
  ${EndIf}
welcome:
FunctionEnd

Section
  Call StopWhileOpen
  RMDir /r "$INSTDIR\program.old" ; of a setup that was cut short
  IfFileExists "$INSTDIR\program\guidance_kb\*.*" 0 +2
    Rename "$INSTDIR\program" "$INSTDIR\program.old" ; only what is ours; it comes back when this fails
  !include "${FILES}"
  RMDir /r "$INSTDIR\program.old"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\guidance-kb.exe" "" "" "" "" "" "$(WHAT_IT_IS)"

  WriteRegStr HKCU "${REGISTERED}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REGISTERED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REGISTERED}" "DisplayIcon" "$INSTDIR\guidance-kb.exe"
  WriteRegStr HKCU "${REGISTERED}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${REGISTERED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REGISTERED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${REGISTERED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${REGISTERED}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${REGISTERED}" "NoModify" 1
  WriteRegDWORD HKCU "${REGISTERED}" "NoRepair" 1
SectionEnd

Function .onInstFailed
  IfFileExists "$INSTDIR\program.old\*.*" 0 +3
    RMDir /r "$INSTDIR\program"
    Rename "$INSTDIR\program.old" "$INSTDIR\program"
FunctionEnd

; ── removing ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

Function un.onInit
  SetShellVarContext current
  ReadEnvStr $Data "GUIDANCE_KB_DATA"
  IfFileExists "$INSTDIR\portable.txt" 0 +3
    StrCmp $Data "" 0 +2
    StrCpy $Data "$INSTDIR\data"
  StrCmp $Data "" 0 +2
    StrCpy $Data "$LOCALAPPDATA\guidance-kb"
FunctionEnd

Section "un."
  Call un.StopWhileOpen
  IfFileExists "$INSTDIR\program\guidance_kb\*.*" 0 +2
    RMDir /r "$INSTDIR\program"
  RMDir /r "$INSTDIR\program.old"
  Delete "$INSTDIR\guidance-kb.exe"
  Delete "$INSTDIR\guidance-kb.com"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays when there is anything of the user in it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${REGISTERED}"
  ${If} ${Silent}
    StrCpy $Said "$(DATA_STAYS)"
    Call un.Say
  ${EndIf}
SectionEnd
