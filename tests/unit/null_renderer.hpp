// An ImGui context whose frames are drawn by nobody, for tests of what is drawn and clicked.
//
// Textures are "created" and "updated" without a graphics card, so that fonts load as in the page.
#pragma once

#include <imgui.h>

#include <functional>

namespace standpoint::web {

class NullRenderer {
  public:
    explicit NullRenderer(ImVec2 size, float pixel_ratio = 1) : context_(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = size;
        io.DisplayFramebufferScale = {pixel_ratio, pixel_ratio};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    }
    ~NullRenderer() {
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) discard(*texture);
        ImGui::DestroyContext(context_);
    }
    NullRenderer(const NullRenderer&) = delete;
    NullRenderer& operator=(const NullRenderer&) = delete;

    // One frame with one window over the whole page.
    void frame(const std::function<void()>& content) {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
        ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
        content();
        ImGui::End();
        ImGui::PopStyleVar();
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
            if (texture->Status == ImTextureStatus_WantDestroy)
                discard(*texture);
            else
                texture->SetStatus(ImTextureStatus_OK);
        }
    }

  private:
    static void discard(ImTextureData& texture) {
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
    ImGuiContext* context_;
};

}  // namespace standpoint::web
