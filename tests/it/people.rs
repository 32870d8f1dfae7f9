//! Members and organisations.

use kring_tests::{Circle, Laptop, PEOPLE, TestHost, by_id};
use serde_json::{Value, json};

fn member(bars: &str) -> Value {
    let parts: Vec<&str> = bars.split('|').collect();
    json!({ "name": { "given": parts[0], "particle": parts[1], "family": parts[2] } })
}

fn listed(laptop: &mut Laptop) -> Vec<String> {
    let members = laptop.ask("list_members", json!({}));
    members
        .as_array()
        .unwrap()
        .iter()
        .map(|member| member["listed_name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn members_are_listed_the_dutch_way() {
    let mut circle = Circle::of(1, 30);
    let founder = &mut circle.laptops[0];
    let others =
        PEOPLE[1..]
            .iter()
            .copied()
            .chain(["Anke|de|Graaf", "Nynke|van der|Sluis", "|'s|Heeren Loo"]);
    for bars in others {
        founder.make("add_member", member(bars));
    }
    assert_eq!(
        listed(founder),
        [
            "Amrani, Fatima el",
            "Berg-de Boer, Hannah van den",
            "Graaf, Anke de",
            "Hart, Gé 't",
            "Have, Eefje ten",
            "Heeren Loo, 's",
            "Hondt, Jolijn d'",
            "IJsselstein, Ineke",
            "Meulen, Annelies van der",
            "Sluis, Nynke van der",
            "Veld, Dirk-Jan op 't",
            "Wit, Bas de",
            "Yıldız, Çağlar",
        ]
    );
    let members = founder.ask("list_members", json!({}));
    assert_eq!(
        members[6]["full_name"], "Jolijn d'Hondt",
        "an elided particle is written against the name"
    );
}

#[test]
fn a_member_speaks_for_an_organisation_in_a_role() {
    let mut circle = Circle::of(1, 31);
    let founder = &mut circle.laptops[0];
    let organisation = founder.make(
        "add_organisation",
        json!({ "name": "Intermetzo", "kind": "care_provider", "former_names": ["LSG-Rentray"] }),
    );
    let own = founder.member();
    let role = json!({ "role": "organisation_representative", "organisation": organisation });
    founder.ask("change_member", json!({ "id": own, "fields": role }));
    let members = founder.ask("list_members", json!({}));
    assert_eq!(members[0]["organisation_name"], "Intermetzo");
    assert_eq!(
        (&members[0]["role"], &members[0]["right"]),
        (&json!("organisation_representative"), &json!("coordinator"))
    );
    let hits = founder.ask("search", json!({ "query": "rentray" }));
    assert_eq!(hits[0]["id"], organisation, "a former name still finds it");
    let linked = founder.ask("list_backlinks", by_id(&organisation));
    assert_eq!(linked[0]["id"], own);
}

#[test]
fn organisations_are_listed_by_their_core_word() {
    let mut circle = Circle::of(1, 32);
    let founder = &mut circle.laptops[0];
    for name in ["JongWijs", "'s Heeren Loo", "Gezinshuis.com", "Éénvoudig"] {
        founder.make("add_organisation", json!({ "name": name }));
    }
    let listed = founder.ask("list_organisations", json!({}));
    let names: Vec<&str> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["Éénvoudig", "Gezinshuis.com", "'s Heeren Loo", "JongWijs"]
    );
}

#[test]
fn rights_are_told_apart_from_roles_and_reach_everyone() {
    let mut circle = Circle::of(2, 33);
    let second = circle.laptops[1].member();
    circle.laptops[0].make("add_member", member("Ineke||IJsselstein"));
    circle.laptops[0].make("set_right", json!({ "member": second, "right": "secretary" }));
    circle.exchange_all();
    for laptop in &mut circle.laptops {
        let members = laptop.ask("list_members", json!({}));
        let rights: Vec<(&str, &Value)> = members
            .as_array()
            .unwrap()
            .iter()
            .map(|member| (member["name"]["given"].as_str().unwrap(), &member["right"]))
            .collect();
        let expected = [
            ("Ineke", json!(null)),
            ("Annelies", json!("coordinator")),
            ("Bas", json!("secretary")),
        ];
        assert_eq!(
            rights,
            expected.each_ref().map(|(name, right)| (*name, right)),
            "without a laptop there is no right"
        );
    }
}

#[test]
fn who_took_part_without_a_laptop_joins_later_under_the_same_record() {
    let mut circle = Circle::of(1, 34);
    let root = circle.root.path().to_owned();
    let founder = &mut circle.laptops[0];
    let known = founder.make("add_member", member("Eefje|ten|Have"));
    founder.ask(
        "change_member",
        json!({ "id": known, "fields": { "role": "family_home_parent" } }),
    );
    let (mut newcomer, card) = Laptop::ask_to_join(&root, "Eefje|ten|Have", 3_409, &circle.clock);
    let answer = root.join("answer.kring");
    let mut host = TestHost {
        files: vec![card],
        target: Some(answer.clone()),
        ..TestHost::default()
    };
    founder
        .call_with(
            &mut host,
            "approve_card",
            json!({ "person": { "member": known } }),
        )
        .unwrap();
    newcomer.import(&answer).unwrap();
    assert_eq!(newcomer.member(), known);
    let members = newcomer.ask("list_members", json!({}));
    assert_eq!(
        members.as_array().unwrap().len(),
        2,
        "nobody is in the list twice"
    );
    assert_eq!(
        (&members[0]["role"], &members[0]["right"]),
        (&json!("family_home_parent"), &json!("member"))
    );
}
