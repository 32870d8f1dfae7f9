"""Presses keys as a keyboard does, for what no driver of a page reaches: the native menu.

Usage: press_keys.py CHORD…, each of keys by their X names from the outermost: Alt_L+b, Down, Return.
"""

import ctypes
import sys
from ctypes import c_char_p, c_int, c_uint, c_ulong, c_void_p

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = c_void_p
x11.XStringToKeysym.argtypes = [c_char_p]
x11.XStringToKeysym.restype = c_ulong
x11.XKeysymToKeycode.argtypes = [c_void_p, c_ulong]
x11.XKeysymToKeycode.restype = c_int
x11.XSync.argtypes = [c_void_p, c_int]
x11.XCloseDisplay.argtypes = [c_void_p]
xtest = ctypes.CDLL("libXtst.so.6")
xtest.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]

display = x11.XOpenDisplay(None)
for chord in sys.argv[1:]:
    codes = [x11.XKeysymToKeycode(display, x11.XStringToKeysym(key.encode())) for key in chord.split("+")]
    for code in codes:
        xtest.XTestFakeKeyEvent(display, code, True, 0)
    for code in reversed(codes):
        xtest.XTestFakeKeyEvent(display, code, False, 0)
    x11.XSync(display, False)
x11.XCloseDisplay(display)
print("pressed")
