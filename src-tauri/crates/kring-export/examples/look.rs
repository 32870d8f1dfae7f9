#[path = "../tests/export/sample.rs"] mod sample;
use kring_domain::text::{Catalogue, Language};
fn main() { let w = Catalogue::new(Language::Dutch); for i in 0..3 { let t = std::time::Instant::now(); let b = kring_export::pdf(&sample::summary(), &w).unwrap(); println!("{i} {:?} {} bytes", t.elapsed(), b.len()); std::fs::write("/tmp/look.pdf", b).unwrap(); } std::fs::write("/tmp/look.html", kring_export::html(&sample::summary(), &w).unwrap()).unwrap(); }
