//! The end of a circle.

use kring_tests::{Circle, code};
use serde_json::json;

#[test]
fn a_closed_circle_is_read_and_no_longer_written() {
    let mut circle = Circle::of(3, 220);
    circle.laptops[0].make("create_theme", json!({ "name": "wat bleef" }));
    circle.laptops[2].make("create_theme", json!({ "name": "nog niet verstuurd" }));
    assert_eq!(
        code(circle.laptops[1].call("close_circle", json!({}))),
        "err-not-allowed"
    );
    circle.laptops[0].ask("close_circle", json!({}));
    assert_eq!(
        code(circle.laptops[0].call("close_circle", json!({}))),
        "err-circle-ended"
    );
    circle.exchange_all();
    circle.assert_equal_among(&[0, 1, 2], "a circle that ended");
    for laptop in &mut circle.laptops {
        let themes = laptop.ask("list_themes", json!({}));
        assert_eq!(
            themes.as_array().unwrap().len(),
            2,
            "what someone wrote before they knew of the end counts"
        );
        assert_eq!(
            code(laptop.call("create_theme", json!({ "name": "te laat" }))),
            "err-circle-ended"
        );
        let shown = laptop.ask("show_membership", json!({}));
        assert_eq!(shown["closed"], true);
        laptop.make("write_note", json!({ "body": "Voor mij.", "private": true }));
    }
}
