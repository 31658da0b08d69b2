// The worker's way back to the page. To be called while `sp_worker_job` runs, which the application
// defines: extern "C" void sp_worker_job(const char* message, std::size_t size). A job ends with
// exactly one result or failure.
#pragma once

#include <string_view>

namespace standpoint::web::worker_port {

void progress(float done);  // 0..1
void result(std::string_view message);
void failed(std::string_view reason);

}  // namespace standpoint::web::worker_port
