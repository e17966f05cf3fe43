package health.stillwater.ledger;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The kinds of tampering. Each is done at a position and answers the first leaf that cannot be
 * trusted afterwards.
 *
 * <p>The log is one whose every batch was one leaf, with a checkpoint inside and outside at every
 * size.
 */
enum Tampering {
    EDIT_A_BYTE(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.leaf set bytes = set_byte(bytes, 2, get_byte(bytes, 2) # 1) where number = ?",
                        log.number());
                return log.at();
            }),
    EDIT_A_LEAF_AND_ITS_HASH(
            (intruder, log) -> {
                intruder.does("update ledger.leaf set bytes = '{}' where number = ?", log.number());
                intruder.does(
                        "update ledger.hash set leaf = sha256('\\x00'::bytea || '{}'::bytea) where index = ?",
                        log.at());
                return log.at();
            }),
    EDIT_WITH_EVERY_HASH_RIGHT((intruder, log) -> log.changed(it -> it.saying("{}"))),
    EMPTY_A_LEAF(
            (intruder, log) -> {
                intruder.does("update ledger.leaf set bytes = '' where number = ?", log.number());
                return log.at();
            }),
    DELETE_A_LEAF(
            (intruder, log) -> {
                intruder.does("delete from ledger.leaf where number = ?", log.number());
                return log.at();
            }),
    DELETE_A_PLACE(
            (intruder, log) -> {
                intruder.does("delete from ledger.hash where index = ?", log.at());
                return log.at();
            }),
    DELETE_A_LEAF_AND_ITS_PLACE(
            (intruder, log) -> {
                intruder.does("delete from ledger.leaf where number = ?", log.number());
                intruder.does("delete from ledger.hash where index = ?", log.at());
                return log.at();
            }),
    DELETE_AND_CLOSE_THE_GAP((intruder, log) -> log.rewritten(all -> all.remove(log.place()))),
    SWAP_THE_BYTES_OF_TWO(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.leaf l set bytes = o.bytes from ledger.leaf o"
                                + " where l.number in (?1, ?2) and o.number in (?1, ?2) and o.number <> l.number"
                                        .replace("?1", "" + log.number())
                                        .replace("?2", "" + log.neighbor()));
                return log.at();
            }),
    SWAP_TWO_PLACES(
            (intruder, log) -> {
                intruder.drops("one_place_each");
                intruder.does(
                        "update ledger.hash h set number = o.number, leaf = o.leaf from ledger.hash o"
                                + " where h.number in (?1, ?2) and o.number in (?1, ?2) and o.number <> h.number"
                                        .replace("?1", "" + log.number())
                                        .replace("?2", "" + log.neighbor()));
                return log.at();
            }),
    SWAP_WITH_EVERY_HASH_RIGHT(
            (intruder, log) ->
                    log.rewritten(all -> Collections.swap(all, log.place(), log.place() + 1))),
    REORDER_ALL_THAT_FOLLOWS(
            (intruder, log) ->
                    log.rewritten(
                            all -> Collections.reverse(all.subList(log.place(), all.size())))),
    BACK_DATE_THE_ROW(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.leaf set appended_at = appended_at - interval '1 day' where number = ?",
                        log.number());
                return log.at();
            }),
    BACK_DATE_WITH_EVERY_HASH_RIGHT(
            (intruder, log) -> log.changed(it -> it.at(it.at().minus(Duration.ofDays(30))))),
    GARBLE_A_SEAL(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.leaf set seal = set_byte(seal, ?, get_byte(seal, ?) # 1) where number = ?",
                        log.place() % Keyring.SEAL_LENGTH,
                        log.place() % Keyring.SEAL_LENGTH,
                        log.number());
                return log.at();
            }),
    TAKE_A_SEAL_AWAY(
            (intruder, log) -> {
                intruder.does("update ledger.leaf set seal = null where number = ?", log.number());
                return log.at();
            }),
    TAKE_THE_SEAL_OF_ANOTHER(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.leaf set seal = (select seal from ledger.leaf where number = ?) where number = ?",
                        log.neighbor(),
                        log.number());
                return log.at();
            }),
    CHANGE_A_HASH(
            (intruder, log) -> {
                intruder.does("update ledger.hash set leaf = root where index = ?", log.at());
                return log.at();
            }),
    CHANGE_A_ROOT(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.hash set root = sha256(root) where index = ?", log.at());
                return log.at();
            }),
    GARBLE_THE_SEAL_OF_A_ROOT(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.hash set seal = set_byte(seal, ?, get_byte(seal, ?) # 1) where index = ?",
                        log.place() % Keyring.SEAL_LENGTH,
                        log.place() % Keyring.SEAL_LENGTH,
                        log.at());
                return log.at();
            }),
    POINT_A_PLACE_AT_ANOTHER_LEAF(
            (intruder, log) -> {
                intruder.drops("one_place_each");
                intruder.does(
                        "update ledger.hash set number = ? where index = ?",
                        log.neighbor(),
                        log.at());
                return log.at();
            }),
    REPLACE_THE_KEY((intruder, log) -> log.sealedAnewFrom(log.place())),
    DUPLICATE_IN_THE_MIDDLE(
            (intruder, log) ->
                    log.rewritten(all -> all.add(log.place(), all.get(log.place() + 1)))),
    DUPLICATE_AT_THE_END(
            (intruder, log) -> {
                log.rewritten(all -> all.add(all.get(log.place())));
                return log.size();
            }),
    FORGE_A_LEAF_IN_THE_MIDDLE(
            (intruder, log) ->
                    log.rewritten(
                            all ->
                                    all.add(
                                            log.place(),
                                            all.get(log.place()).saying("{\"forged\":1}")))),
    FORGE_A_LEAF_AT_THE_END(
            (intruder, log) -> {
                log.rewritten(all -> all.add(all.get(log.place()).saying("{}").sealed(null, null)));
                return log.size();
            }),
    FORGE_A_LEAF_THAT_WAITS(
            (intruder, log) -> {
                intruder.does(
                        "insert into ledger.leaf (bytes, appended_at, seal) select '{}', appended_at, seal"
                                + " from ledger.leaf where number = ?",
                        log.number());
                return log.size();
            }),
    CUT_THE_TAIL(
            (intruder, log) -> {
                log.rewritten(all -> all.subList(log.place(), all.size()).clear());
                intruder.jdbc()
                        .sql("delete from ledger.checkpoint where size > ?")
                        .param(log.at())
                        .update();
                return log.at();
            }),
    CUT_THE_TAIL_AND_KEEP_THE_HEAD(
            (intruder, log) -> {
                intruder.does("delete from ledger.hash where index >= ?", log.at());
                intruder.does("delete from ledger.leaf where number >= ?", log.number());
                return log.at();
            }),
    RESTORE_AN_OLD_COPY_AND_GO_ON(
            (intruder, log) -> {
                intruder.does("delete from ledger.checkpoint where size > ?", log.at());
                return log.sealedAnewFrom(log.place());
            }),
    MOVE_THE_HEAD_BACK(
            (intruder, log) -> {
                var before = Trees.frontier(intruder.entries().subList(0, log.place()));
                intruder.does(
                        "update ledger.head set size = ?, frontier = ?",
                        before.size(),
                        before.bytes());
                return log.at();
            }),
    CHANGE_THE_HEAD(
            (intruder, log) -> {
                int bit = log.place() % (Sha256.LENGTH * 8);
                intruder.does(
                        "update ledger.head set frontier = set_bit(frontier, ?, 1 - get_bit(frontier, ?))",
                        (long) bit,
                        (long) bit);
                return log.size() - 1;
            }),
    CHANGE_A_CHECKPOINT_INSIDE(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.checkpoint set note = replace(note, '—', '-') where size = ?",
                        log.at() + 1);
                return log.at();
            }),
    DELETE_A_CHECKPOINT_INSIDE(
            (intruder, log) -> {
                intruder.does("delete from ledger.checkpoint where size = ?", log.at() + 1);
                return log.at();
            }),
    CHANGE_A_CHECKPOINT_OUTSIDE(
            (intruder, log) -> {
                intruder.files(intruder.kept(log.at() + 1), log.noteOf(log.size()) + "x");
                return log.at();
            }),
    DELETE_A_CHECKPOINT_OUTSIDE(
            (intruder, log) -> {
                intruder.files(intruder.kept(log.at() + 1), "");
                return log.at();
            }),
    CHANGE_A_CHECKPOINT_INSIDE_AND_OUTSIDE(
            (intruder, log) -> {
                var forged = log.forgedNote(log.at() + 1);
                intruder.does(
                        "update ledger.checkpoint set note = ? where size = ?",
                        forged,
                        log.at() + 1);
                intruder.files(intruder.kept(log.at() + 1), forged);
                return log.at();
            }),
    PUT_AN_OLDER_CHECKPOINT_IN_ITS_PLACE(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.checkpoint set note = ? where size = ?",
                        log.noteOf(log.at()),
                        log.at() + 1);
                return log.at();
            }),
    CHANGE_A_TILE(
            (intruder, log) -> {
                intruder.does(
                        "update ledger.tile set hash = set_byte(hash, ?, get_byte(hash, ?) # 1)",
                        log.place() % Sha256.LENGTH,
                        log.place() % Sha256.LENGTH);
                return 0L;
            });

    private final BiFunction<Intruder, Position, Long> deed;

    Tampering(BiFunction<Intruder, Position, Long> deed) {
        this.deed = deed;
    }

    /** Does it, and answers the first leaf that cannot be trusted any more. */
    long at(Intruder intruder, Position position) {
        return deed.apply(intruder, position);
    }

    /** A change of the list of all entries. */
    interface Change {
        void to(List<Intruder.Entry> all);
    }
}
