#[path = "../tests/export/sample.rs"] mod sample;
use kring_domain::text::{Catalogue, Language};
fn main() { let w = Catalogue::new(Language::Dutch); 
 let a: Vec<String> = std::env::args().collect(); let n: usize = a[2].parse().unwrap();
 let mut s = sample::summary(); let text = a[1].repeat(n);
 match a[3].as_str() { "purpose" => s.purpose = text, "title" => s.items[0].title = text, "circle" => s.circle = text, "name" => s.head.attendees[0].name = text, "cell" => s.decisions[0].text = text, "place" => s.head.place = text, "study" => s.studies[0].study.title = text, "family" => s.studies[0].study.authors[0].family = text, "page" => s.statements[0].evidence[0].page = text, "who" => s.actions[0].who = text,  "item" => s.items[1].notes = vec![kring_domain::block::Blocks::from_text(&text)], _ => panic!() }
 let t = std::time::Instant::now(); let b = kring_export::html(&s, &w).unwrap(); println!("html {:?} {} bytes", t.elapsed(), b.len());
 let t = std::time::Instant::now(); match kring_export::pdf(&s, &w) { Ok(b) => { println!("{} {:?} {} bytes", a[3], t.elapsed(), b.len()); std::fs::write("/tmp/slow.pdf", b).unwrap();}, Err(e) => println!("ERR {e} {:?}", t.elapsed()) } }
