// Dear ImGui's configuration, the same for every file that includes imgui.h.
#pragma once

// WebGL has no base vertex: with 16-bit indices a window dies above 64k vertices.
#define ImDrawIdx unsigned int
// Emoji and rare characters lie above U+FFFF.
#define IMGUI_USE_WCHAR32

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS

// Turns on ImGui's item hooks, with which web/platform collects the accessibility mirror. The test
// engine itself is not used.
#define IMGUI_ENABLE_TEST_ENGINE

#ifdef __EMSCRIPTEN__
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_IMPL_OPENGL_ES3
#endif
