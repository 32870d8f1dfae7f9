use super::intake::MOST_UNNAMED_BYTES;
use super::*;

const KEY: [u8; 32] = [7; 32];
const PIECE: u64 = ATTACHMENT_PIECE_BYTES;

fn opened() -> (tempfile::TempDir, Attachments) {
    let folder = tempfile::tempdir().unwrap();
    let attachments = Attachments::open(&folder.path().join("attachments.db"), &KEY).unwrap();
    (folder, attachments)
}

fn content(length: u64) -> Vec<u8> {
    (0..length).map(|at| (at % 251) as u8).collect()
}

fn stored(attachments: &mut Attachments, content: &[u8]) -> Hash {
    match attachments.store(content, false, |_| true).unwrap() {
        Stored::Whole(hash, bytes) => {
            assert_eq!(bytes, content.len() as u64);
            hash
        }
        other => panic!("{other:?}"),
    }
}

fn read(attachments: &Attachments, hash: Hash) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    attachments
        .write_to(hash, &mut out, |_| {})
        .unwrap()
        .then_some(out)
}

/// Offers pieces of a content, by their places; the attachments that are whole with them.
fn offer(attachments: &mut Attachments, content: &[u8], places: &[u64], unnamed: Option<u64>) -> Vec<Hash> {
    let hash = Hash(Sha256::digest(content).into());
    let mut intake = attachments.take_in().unwrap();
    for place in places {
        let piece = PieceOf {
            hash,
            bytes: content.len() as u64,
            place: *place,
        };
        let from = (place * PIECE) as usize;
        let to = content.len().min(from + PIECE as usize);
        intake.add(piece, &content[from..to], unnamed).unwrap();
    }
    intake.finish().unwrap()
}

#[test]
fn what_is_stored_is_read_back_and_lies_here_once() {
    let (_folder, mut attachments) = opened();
    for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
        let content = content(length);
        let hash = stored(&mut attachments, &content);
        assert!(
            read(&attachments, hash) == Some(content.clone()),
            "{length} bytes"
        );
        assert_eq!(attachments.length(hash).unwrap(), Some(length));
        let before = attachments.dump().unwrap();
        assert_eq!(stored(&mut attachments, &content), hash);
        assert_eq!(
            attachments.dump().unwrap(),
            before,
            "the same bytes are one attachment"
        );
    }
    assert_eq!(attachments.whole().unwrap().len(), 6);
    attachments.check().unwrap();
}

#[test]
fn the_largest_file_is_stored_and_one_byte_more_is_not() {
    let (_folder, mut attachments) = opened();
    for (length, fits) in [
        (MAX_ATTACHMENT_BYTES - 1, true),
        (MAX_ATTACHMENT_BYTES, true),
        (MAX_ATTACHMENT_BYTES + 1, false),
    ] {
        let before = attachments.all().unwrap().len();
        let stored = attachments
            .store(io::repeat(3).take(length), false, |_| true)
            .unwrap();
        assert_eq!(stored != Stored::TooLarge, fits, "{length} bytes");
        assert_eq!(attachments.all().unwrap().len(), before + usize::from(fits));
    }
}

#[test]
fn what_is_stopped_or_cannot_be_read_leaves_nothing() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("unplugged"))
        }
    }
    let (_folder, mut attachments) = opened();
    let stopped = attachments.store(content(3 * PIECE).as_slice(), false, |bytes| bytes < PIECE);
    assert_eq!(stopped.unwrap(), Stored::Stopped);
    let broken = attachments.store(io::Cursor::new(content(PIECE)).chain(Broken), false, |_| true);
    assert!(matches!(broken, Err(NotStored::Source(_))));
    assert_eq!(attachments.dump().unwrap(), "");
}

#[test]
fn pieces_add_up_in_any_order_over_several_times() {
    let (_folder, mut attachments) = opened();
    let content = content(3 * PIECE + 7);
    assert_eq!(offer(&mut attachments, &content, &[3, 1], None), []);
    assert_eq!(
        attachments.length(Hash(Sha256::digest(&content).into())).unwrap(),
        None
    );
    assert_eq!(offer(&mut attachments, &content, &[1], None), [], "twice is once");
    let whole = offer(&mut attachments, &content, &[0, 2], None);
    assert!(read(&attachments, whole[0]) == Some(content));
    attachments.check().unwrap();
}

#[test]
fn pieces_that_do_not_make_what_they_are_named_by_are_forgotten() {
    let (_folder, mut attachments) = opened();
    let content = content(2 * PIECE);
    let hash = Hash(Sha256::digest(&content).into());
    // Somebody sent a first piece that is not of it.
    let mut intake = attachments.take_in().unwrap();
    let lie = PieceOf {
        hash,
        bytes: 2 * PIECE,
        place: 0,
    };
    intake.add(lie, &vec![9; PIECE as usize], None).unwrap();
    intake.finish().unwrap();
    assert_eq!(
        offer(&mut attachments, &content, &[1], None),
        [],
        "not whole, and no damage"
    );
    let whole = offer(&mut attachments, &content, &[0], None);
    assert!(
        read(&attachments, whole[0]) == Some(content),
        "the honest piece that came stayed"
    );
}

#[test]
fn another_length_replaces_what_was_said_before() {
    let (_folder, mut attachments) = opened();
    let content = content(PIECE + 1);
    let hash = Hash(Sha256::digest(&content).into());
    let mut intake = attachments.take_in().unwrap();
    let lie = PieceOf {
        hash,
        bytes: 40 * PIECE,
        place: 7,
    };
    intake.add(lie, &vec![9; PIECE as usize], None).unwrap();
    intake.finish().unwrap();
    assert_eq!(offer(&mut attachments, &content, &[0, 1], None), [hash]);
}

#[test]
fn an_intake_that_is_not_finished_leaves_nothing() {
    let (_folder, mut attachments) = opened();
    let mut intake = attachments.take_in().unwrap();
    let piece = PieceOf {
        hash: Hash([1; 32]),
        bytes: 1,
        place: 0,
    };
    intake.add(piece, b"x", None).unwrap();
    drop(intake);
    assert_eq!(attachments.dump().unwrap(), "");
}

#[test]
fn what_nothing_names_goes_and_no_byte_of_it_stays() {
    let (folder, mut attachments) = opened();
    let kept = stored(&mut attachments, b"blijft");
    stored(&mut attachments, &content(5 * PIECE));
    let path = folder.path().join("attachments.db");
    attachments.scrub().unwrap();
    let before = fs::metadata(&path).unwrap().len();
    assert_eq!(attachments.keep_only(&BTreeSet::from([kept]), 0).unwrap(), 1);
    assert_eq!(attachments.whole().unwrap(), BTreeSet::from([kept]));
    let after = fs::metadata(&path).unwrap().len();
    assert!(
        after + 4 * PIECE < before,
        "{before} bytes became {after}: its pages went"
    );
    let log = fs::metadata(folder.path().join("attachments.db-wal"))
        .unwrap()
        .len();
    assert_eq!(log, 0, "and so did the write-ahead log");
    attachments.check().unwrap();
}

#[test]
fn what_came_before_its_name_is_kept_for_a_while() {
    let (_folder, mut attachments) = opened();
    let content = content(10);
    let named = offer(&mut attachments, &content, &[0], Some(1_000));
    assert_eq!(
        attachments
            .keep_only(&BTreeSet::new(), 1_000 + UNNAMED_MS - 1)
            .unwrap(),
        0
    );
    assert_eq!(
        attachments
            .keep_only(&named.iter().copied().collect(), 2_000)
            .unwrap(),
        0
    );
    assert_eq!(
        attachments.keep_only(&BTreeSet::new(), 2_000).unwrap(),
        1,
        "what was named and is no more goes at once"
    );
    offer(&mut attachments, &content, &[0], Some(1_000));
    assert_eq!(
        attachments
            .keep_only(&BTreeSet::new(), 1_000 + UNNAMED_MS)
            .unwrap(),
        1
    );
}

#[test]
fn of_what_nothing_names_only_so_much_is_kept() {
    let (_folder, mut attachments) = opened();
    let piece = vec![1; PIECE as usize];
    let mut intake = attachments.take_in().unwrap();
    for number in 0..=(MOST_UNNAMED_BYTES / PIECE) {
        let mut hash = [0; 32];
        hash[..8].copy_from_slice(&number.to_be_bytes());
        let of = PieceOf {
            hash: Hash(hash),
            bytes: 2 * PIECE,
            place: 0,
        };
        intake.add(of, &piece, Some(1)).unwrap();
    }
    intake.finish().unwrap();
    assert_eq!(
        attachments.all().unwrap().len() as u64,
        MOST_UNNAMED_BYTES / PIECE
    );
}

#[test]
fn a_copy_takes_over_what_is_asked_for_and_whole() {
    let (_folder, mut from) = opened();
    let (_other, mut to) = opened();
    let one = stored(&mut from, &content(2 * PIECE));
    let other = stored(&mut from, b"niet gevraagd");
    offer(&mut from, &content(3 * PIECE), &[1], None);
    let wanted = from
        .all()
        .unwrap()
        .iter()
        .map(|row| row.hash)
        .filter(|hash| *hash != other)
        .collect();
    assert_eq!(to.copy_from(&from, &wanted).unwrap(), 1);
    assert!(read(&to, one) == Some(content(2 * PIECE)));
    assert_eq!(
        to.copy_from(&from, &wanted).unwrap(),
        0,
        "and adds only what is new"
    );
}

#[test]
fn what_is_stored_for_a_private_record_says_so_until_it_is_stored_for_the_circle() {
    let (_folder, mut attachments) = opened();
    let (_other, mut copy) = opened();
    let mut store = |private: bool| {
        attachments.store(&b"voor mij"[..], private, |_| true).unwrap();
        let row = attachments.all().unwrap()[0];
        copy.copy_from(&attachments, &BTreeSet::from([row.hash])).unwrap();
        (row.private, copy.is_private(row.hash).unwrap())
    };
    assert_eq!(store(true), (true, true), "a copy says the same");
    assert!(store(true).0);
    assert!(!store(false).0);
    assert!(!store(true).0, "what the circle has is no secret any more");
    assert_eq!(attachments.all().unwrap().len(), 1);
}

#[test]
fn the_file_is_encrypted_and_another_key_does_not_open_it() {
    let (folder, mut attachments) = opened();
    stored(&mut attachments, b"kanarievogel in een bijlage");
    attachments.scrub().unwrap();
    let path = folder.path().join("attachments.db");
    drop(attachments);
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(12).any(|window| window == b"kanarievogel"));
    assert!(matches!(
        Attachments::open(&path, &[8; 32]),
        Err(StoreError::WrongKey)
    ));
}

#[test]
fn a_file_of_a_newer_version_is_left_alone() {
    let (folder, attachments) = opened();
    attachments.db.execute_batch("PRAGMA user_version = 2").unwrap();
    drop(attachments);
    let again = Attachments::open(&folder.path().join("attachments.db"), &KEY);
    assert!(matches!(again, Err(StoreError::Newer)));
}
