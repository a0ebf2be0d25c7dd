from reader.screenreader import ScreenReader
import time,os
def play(reader):
    from gi.repository import GLib
    def p(t=.7): 
        e=time.time()+t
        while time.time()<e:
            GLib.MainContext.default().iteration(may_block=False); time.sleep(.005)
    p()
    for k in os.environ['KEYS'].split():
        if k.startswith('"'): reader.type(k[1:])
        elif k=='DUMP':
            for each in reader.all(): reader.said.append(f"    {each.get_role_name()} {each.get_name()!r} {each.get_description()[:100]!r}")
        else: reader.press(k)
        p()
