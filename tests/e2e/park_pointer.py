"""Puts the pointer into the last corner of the screen, where it lies over nothing in a picture."""

import ctypes
from ctypes import c_int, c_uint, c_ulong, c_void_p

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = c_void_p
x11.XDefaultRootWindow.argtypes = [c_void_p]
x11.XDefaultRootWindow.restype = c_ulong
x11.XWarpPointer.argtypes = [c_void_p, c_ulong, c_ulong, c_int, c_int, c_uint, c_uint, c_int, c_int]
x11.XCloseDisplay.argtypes = [c_void_p]

display = x11.XOpenDisplay(None)
# Further than any screen is wide or high: the server stops at the edge.
x11.XWarpPointer(display, 0, x11.XDefaultRootWindow(display), 0, 0, 0, 0, 32_000, 32_000)
x11.XCloseDisplay(display)
print("parked")
