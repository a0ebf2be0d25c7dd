/* guidance-kb.exe and guidance-kb.com: load the Python that lies in `program` beside them, and nothing else's, and start the program.
 *
 * One is a window program, the other (-DCONSOLE) belongs to the command line: Windows looks for .com before .exe, so that
 * `guidance-kb search` answers in the console and the menu opens a window without one. */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <wchar.h>

#define LONGEST 32768
#define NOT_STARTED 1

static wchar_t folder[LONGEST]; /* where this launcher stands, without a backslash at the end */
static wchar_t path[LONGEST + 64];

static const char *const NEEDED[] = {"python313.dll", "python313.zip", "python313._pth", "starting.pyc", "offline.pyc",
#ifndef CONSOLE
                                     "lib\\PySide6\\plugins\\platforms\\qwindows.dll", /* Qt itself says it at length, in English */
#endif
};

/* Says what is wrong in the language of Windows; plain letters only, for a console of whatever code page. */
static int refuse(const char *dutch, const char *english, const char *what)
{
    char said[1024];
    const char *form = PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_DUTCH ? dutch : english;
    snprintf(said, sizeof said, form, what);
#ifdef CONSOLE
    fprintf(stderr, "%s\n", said);
#else
    MessageBoxA(NULL, said, "Guidance KB", MB_ICONERROR | MB_OK | MB_SETFOREGROUND);
#endif
    return NOT_STARTED;
}

static int missing(const char *what)
{
    return refuse("Guidance KB kan niet starten: het bestand \"%s\" ontbreekt of is beschadigd.\n"
                  "Installeer het opnieuw, of pak het opnieuw uit. Uw gegevens blijven staan.",
                  "Guidance KB cannot start: the file \"%s\" is missing or damaged.\n"
                  "Install it again, or unpack it again. Your data stays.",
                  what);
}

static const wchar_t *in_program(const char *name)
{
    swprintf(path, sizeof path / sizeof *path, L"%ls\\program\\%hs", folder, name);
    return path;
}

static int stand(void)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    wchar_t *last = length && length < LONGEST ? wcsrchr(folder, L'\\') : NULL;
    if (last)
        *last = L'\0';
    return last != NULL;
}

static int start(void)
{
    if (!stand())
        return refuse("Guidance KB kan zijn eigen map niet vinden.%s", "Guidance KB cannot find its own folder.%s", "");
    for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
        if (GetFileAttributesW(in_program(NEEDED[i])) == INVALID_FILE_ATTRIBUTES)
            return missing(NEEDED[i]);

    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS); /* never the working directory, never PATH */
    SetEnvironmentVariableW(L"GUIDANCE_KB_PROGRAM", folder);    /* see src/guidance_kb/paths.py */
    HMODULE python = LoadLibraryExW(in_program("python313.dll"), NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (!python)
        return missing("python313.dll");
    int (*run)(int, wchar_t **) = (int (*)(int, wchar_t **))(void *)GetProcAddress(python, "Py_Main");
    if (!run)
        return missing("python313.dll");

    int count;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    static wchar_t *const OURS[] = {L"-I", L"-X", L"utf8", L"-m", L"starting"};
    const int ours = sizeof OURS / sizeof *OURS;
    wchar_t **words = given ? calloc((size_t)(count + ours + 1), sizeof *words) : NULL;
    if (!words)
        return refuse("Er is te weinig geheugen om Guidance KB te starten.%s", "There is too little memory to start Guidance KB.%s", "");
    words[0] = given[0];
    for (int i = 0; i < ours; i++)
        words[1 + i] = OURS[i];
    for (int i = 1; i < count; i++)
        words[ours + i] = given[i];
    return run(count + ours, words);
}

#ifdef CONSOLE
int wmain(void) { return start(); }
#else
int WINAPI wWinMain(HINSTANCE ours, HINSTANCE before, PWSTR words, int show)
{
    (void)ours, (void)before, (void)words, (void)show;
    return start();
}
#endif
