// Processor time of a test, in milliseconds: unlike the wall clock it does not count what other
// programs do meanwhile.
#pragma once

#include <ctime>

namespace standpoint {

class CpuTime {
  public:
    double ms() const {
        return 1000.0 * static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC;
    }

  private:
    std::clock_t start_ = std::clock();
};

}  // namespace standpoint
