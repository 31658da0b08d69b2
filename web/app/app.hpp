// App: the Program. Input comes in, the workbench changes, the panels are drawn, their intents are
// carried out.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "web/app/intent.hpp"
#include "web/app/widgets.hpp"
#include "web/app/workbench.hpp"
#include "web/platform/host.hpp"

namespace standpoint::web {

class App : public Program {
  public:
    void start(Host& host) override;
    void frame(float width, float height) override;
    bool key(const KeyPress& press) override;
    void pasted(std::string_view text) override;
    std::optional<std::string> copied(bool cut) override;
    void opened(std::string_view name, std::string_view bytes) override;
    void drag_over(bool over) override;
    void could_not_open(std::string_view name, std::string_view reason) override;
    void worker_progress(std::uint32_t job, float done) override;
    void worker_result(std::uint32_t job, std::string_view message) override;
    void worker_failed(std::uint32_t job, std::string_view reason) override;
    void scheme_changed(bool dark) override;
    void activate(std::string_view mirror_id) override;
    std::string describe() const override;
    void graphics_restored() override;

  private:
    void draw_page(float width, float height, Intents& out);
    void draw_toast(const Ui& ui, float width, float height);
    void carry_out(Intent intent);
    bool caret_key(const KeyPress& press);
    bool dialog_open() const { return !std::holds_alternative<NoDialog>(bench_->dialog); }

    std::unique_ptr<Workbench> bench_;
    Faces faces_;
    std::optional<bool> styled_dark_;
};

// What the article shows, for the accessible mirror: visible lines as text, visible items as marks.
std::vector<MirrorNode> article_mirror(const Workbench& bench);

}  // namespace standpoint::web
