package org.huiqi.ledger.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;

/**
 * A list of firms to be screened.
 *
 * @param account name of who asked for it
 * @param ruleBook digest of the rules it is screened by; empty until it begins
 * @param problem why it failed; empty texts otherwise
 * @param changed when its state or count last did
 * @param deletion once its list and its results are deleted; the rest stays, as the record of the screening
 */
public record Job(
        String id,
        String account,
        Instant created,
        File file,
        String ruleBook,
        Wish wish,
        State state,
        Count count,
        Text problem,
        Instant changed,
        Optional<Deletion> deletion) {

    /** The same, as far as it is now. */
    public Job counted(Count now) {
        return new Job(id, account, created, file, ruleBook, wish, state, now, problem, changed, deletion);
    }

    /** Is it done, and are its results there? */
    public boolean hasResults() {
        return state == State.DONE && deletion.isEmpty();
    }

    /**
     * The list.
     *
     * @param name as its owner calls it
     * @param digest SHA-256, in hexadecimal
     */
    public record File(String name, long size, String digest) {}

    /**
     * How it is to be screened.
     *
     * @param policies ids; empty: all
     * @param recheck every so many rows one is judged by the reference too; 0: none
     */
    public record Wish(LocalDate asOf, Set<String> policies, int recheck, Lang lang) {
        public Wish {
            policies = Set.copyOf(policies);
        }
    }

    /**
     * Who deleted its files, and when.
     *
     * @param by name of the account; empty: they had been kept as long as they were to be
     */
    public record Deletion(Instant at, String by) {}

    /**
     * How far it is.
     *
     * @param permille of the list, 0 to 1000
     */
    public record Count(long blocks, long read, long rejected, int permille) {
        public static final Count NONE = new Count(0, 0, 0, 0);

        public long screened() {
            return read - rejected;
        }
    }
}
