//! The one window: what it looks like before the page is there, and what the page may not do.

use kring_api::app::Appearance;
use tauri::webview::{DownloadEvent, NewWindowResponse, PageLoadEvent, PermissionResponse};
use tauri::window::Color;
use tauri::{
    AppHandle, DragDropEvent, Manager, Theme, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    WindowEvent,
};

use crate::door::Door;
use crate::{close, opened};

/// The window's name, as the capability says it.
pub const LABEL: &str = "main";

/// The paper of the page, so that nothing flashes while it loads or grows.
const PAPER: Color = Color(0xfa, 0xf8, 0xf4, 0xff);
const PAPER_DARK: Color = Color(0x14, 0x19, 0x1a, 0xff);

/// What enlarges or shrinks the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zoom {
    /// A step larger.
    In,
    /// A step smaller.
    Out,
    /// As it was made.
    Reset,
}

/// Steps from the page's own size, a tenth each; at the largest it is twice as large.
const SMALLEST: i32 = -5;
const LARGEST: i32 = 10;

impl Zoom {
    /// The change under its name in the menu and in requests: `in`, `out` or `reset`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "in" => Some(Self::In),
            "out" => Some(Self::Out),
            "reset" => Some(Self::Reset),
            _ => None,
        }
    }

    fn change(self, steps: i32) -> i32 {
        match self {
            Self::In => (steps + 1).min(LARGEST),
            Self::Out => (steps - 1).max(SMALLEST),
            Self::Reset => 0,
        }
    }
}

/// Begins to open the window, so that its page loads beside whatever follows; [`finish`] makes it ours. It is
/// shown once its page is there, unless there is no core to show.
pub fn begin(app: &AppHandle, data: std::path::PathBuf) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Kringboek")
        .inner_size(1280.0, 800.0)
        .min_inner_size(800.0, 600.0)
        .center()
        .visible(false)
        .background_color(PAPER)
        .data_directory(data)
        .incognito(!is_driven())
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished && window.try_state::<Door>().is_some() {
                let _ = window.show();
                let _ = window.set_focus();
            }
        })
        .build()
}

/// Gives a window that was begun its look and its ears, now that the core is there.
pub fn finish(app: &AppHandle, window: &WebviewWindow) -> tauri::Result<()> {
    let chosen = chosen(app.state::<Door>().appearance());
    if chosen.is_some() {
        dress(app);
    }
    lay_paper(window, chosen)?;
    let app = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            close::begin(&app);
        }
        // The system turned dark or light; the member chose otherwise.
        WindowEvent::ThemeChanged(theme)
            if self::chosen(app.state::<Door>().appearance()).is_some_and(|chosen| chosen != *theme) =>
        {
            dress(&app);
        }
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            opened::offer(&app, opened::plain(paths.clone()));
        }
        _ => {}
    });
    Ok(())
}

/// The theme that the member chose; absent when it is the system's.
fn chosen(appearance: Appearance) -> Option<Theme> {
    match appearance {
        Appearance::System => None,
        Appearance::Light => Some(Theme::Light),
        Appearance::Dark => Some(Theme::Dark),
    }
}

/// Gives frame and menu bar the look that the member chose. The page dresses itself.
pub fn dress(app: &AppHandle) {
    let chosen = chosen(app.state::<Door>().appearance());
    // On Linux no theme means a light one: what the system has is asked anew.
    let theme = if cfg!(target_os = "linux") && chosen.is_none() {
        app.get_webview_window(LABEL).and_then(|window| {
            window.set_theme(None).ok()?;
            window.theme().ok()
        })
    } else {
        chosen
    };
    app.set_theme(theme);
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = lay_paper(&window, theme);
    }
}

/// Gives the window's own ground, on which the menu bar lies, the paper of a theme or else of the system's.
fn lay_paper(window: &WebviewWindow, theme: Option<Theme>) -> tauri::Result<()> {
    let paper = match theme.or(window.theme().ok()) {
        Some(Theme::Dark) => PAPER_DARK,
        _ => PAPER,
    };
    window.set_background_color(Some(paper))
}

/// Brings the window to the front, for a second start of the program.
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Enlarges or shrinks the page.
pub fn zoom(app: &AppHandle, zoom: Zoom) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let steps = app.state::<Door>().zoom(|steps| zoom.change(steps));
        let _ = window.set_zoom(1.0 + f64::from(steps) / 10.0);
    }
}

/// Does an editing command of `WebKit` where the cursor is, as its own menu would.
#[cfg(target_os = "linux")]
pub fn edit(app: &AppHandle, command: &'static str) {
    use webkit2gtk::WebViewExt;
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.with_webview(move |webview| webview.inner().execute_editing_command(command));
    }
}

/// Whether a test drives this window. `WebKit` has no driver for a webview whose storage is in memory.
fn is_driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|driven| driven == "true")
}

/// Whether an address is one of this app's own pages.
fn is_own(url: &Url) -> bool {
    let scheme = if cfg!(windows) { "http" } else { "tauri" };
    let host = if cfg!(windows) {
        "tauri.localhost"
    } else {
        "localhost"
    };
    url.scheme() == scheme && url.host_str() == Some(host) && url.port().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_leads_nowhere_else() {
        for strange in [
            "https://example.org/",
            "http://localhost/",
            "file:///etc/passwd",
            "about:blank",
            "data:text/html,hallo",
            "tauri://example.org/index.html",
        ] {
            assert!(!is_own(&Url::parse(strange).unwrap()), "{strange}");
        }
        let own = if cfg!(windows) {
            "http://tauri.localhost/"
        } else {
            "tauri://localhost/"
        };
        assert!(is_own(&Url::parse(own).unwrap()));
    }

    #[test]
    fn the_page_stays_between_half_and_twice_its_size() {
        let after = |zoom: Zoom, times: usize| (0..times).fold(0, |steps, _| zoom.change(steps));
        assert_eq!(after(Zoom::In, 30), LARGEST);
        assert_eq!(after(Zoom::Out, 30), SMALLEST);
        assert_eq!(Zoom::Reset.change(LARGEST), 0);
    }
}
