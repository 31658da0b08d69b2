#include "web/platform/javascript.hpp"
#include "web/platform/worker_port.hpp"

namespace standpoint::web::worker_port {

void progress(float done) {
    sp_worker_progress(done);
}

void result(std::string_view message) {
    sp_worker_result(message.data(), message.size());
}

void failed(std::string_view reason) {
    sp_worker_failed(reason.data(), reason.size());
}

}  // namespace standpoint::web::worker_port
