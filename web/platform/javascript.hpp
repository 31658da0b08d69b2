// What the C++ half of the platform asks of the JavaScript half (page.js, keyboard.js, files.js,
// worker.js, mirror.js). The other direction, what the browser tells us, is in browser_events.cpp.
// Strings are UTF-8 with a length, valid during the call.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// page.js
void sp_page_create();  // the canvas and what lies over it
void sp_page_listen();  // from now on events come, beginning with the canvas's size
void sp_page_no_graphics();
void sp_page_request_frame();
void sp_page_set_timer(double seconds);  // replaces the one before
double sp_page_unix_time_ms();
int sp_page_is_dark();
int sp_page_is_reduced_motion();
int sp_page_is_mac();
void sp_page_set_cursor(const char* css, std::size_t size);
void sp_page_set_title(const char* title, std::size_t size);
void sp_page_set_unsaved(int unsaved);
void sp_page_announce(const char* sentence, std::size_t size);
void sp_page_describe(const char* json, std::size_t size);  // the answer to sp_describe()

// keyboard.js: the focus, the hidden field, the clipboard
void sp_keyboard_focus(int text, float x, float y, float height);
void sp_keyboard_clear();
void sp_keyboard_copy(const char* text, std::size_t size);  // the answer to sp_copy()
void sp_keyboard_write_clipboard(const char* text, std::size_t size);

// files.js
void sp_files_pick();
void sp_files_download(const char* name, std::size_t name_size, const char* mime,
                       std::size_t mime_size, const char* bytes, std::size_t size);

// worker.js
void sp_worker_post(std::uint32_t job, const char* message, std::size_t size);
void sp_worker_cancel();
void sp_worker_progress(float done);
void sp_worker_result(const char* message, std::size_t size);
void sp_worker_failed(const char* reason, std::size_t size);

// mirror.js: applies Mirror::patch()
void sp_mirror_apply(const char* patch, std::size_t size);
}
