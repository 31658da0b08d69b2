#include "core/extract/stages.hpp"
