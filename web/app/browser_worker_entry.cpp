// What the worker runs: one job, reported back through the port.

#include <cstddef>
#include <string_view>

#include "web/app/worker_job.hpp"
#include "web/platform/worker_port.hpp"

extern "C" void sp_worker_job(const char* message, std::size_t size) {
    namespace port = standpoint::web::worker_port;
    const auto result = standpoint::web::run_job(std::string_view(message, size), [](float done) {
        port::progress(done);
        return true;  // cancelling ends the whole worker
    });
    if (result)
        port::result(*result);
    else
        port::failed(result.error().message);
}
