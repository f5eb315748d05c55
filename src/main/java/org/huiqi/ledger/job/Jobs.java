package org.huiqi.ledger.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The jobs on record. Thread-safe. */
public final class Jobs {
    private static final int LONGEST_PROBLEM = 2_000;
    private static final int LONGEST_NAME = 255;
    private static final RowMapper<Job> ROW = (row, ctx) -> new Job(
            row.getString("id"),
            row.getString("account"),
            Instant.ofEpochMilli(row.getLong("created")),
            new Job.File(row.getString("file_name"), row.getLong("file_size"), row.getString("file_digest")),
            row.getString("rule_book"),
            new Job.Wish(
                    LocalDate.parse(row.getString("as_of")),
                    names(row.getString("policies")),
                    row.getInt("recheck"),
                    Lang.valueOf(row.getString("language"))),
            State.valueOf(row.getString("state")),
            new Job.Count(
                    row.getLong("blocks"), row.getLong("rows_read"), row.getLong("rejected"), row.getInt("permille")),
            new Text(row.getString("problem_zh"), row.getString("problem_en")),
            Instant.ofEpochMilli(row.getLong("changed")),
            deletion(row.getLong("deleted"), row.getString("deleted_by")));

    private final Jdbi jdbi;
    private final Clock clock;
    private final String workshop;

    public Jobs(Jdbi jdbi, Clock clock) {
        this(jdbi, clock, "");
    }

    private Jobs(Jdbi jdbi, Clock clock, String workshop) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.workshop = workshop;
    }

    /** The same jobs for one workshop: those it puts in are its own, and it goes on with no other's. Everybody may look at all. */
    public Jobs in(String id) {
        return new Jobs(jdbi, clock, id);
    }

    private static Optional<Job.Deletion> deletion(long at, String by) {
        return at == 0 ? Optional.empty() : Optional.of(new Job.Deletion(Instant.ofEpochMilli(at), by));
    }

    private static Set<String> names(String joined) {
        return Arrays.stream(joined.split(" ")).filter(n -> !n.isEmpty()).collect(Collectors.toSet());
    }

    /** Puts a job in the queue; its list is where it belongs already. */
    public Job add(String id, String account, Job.File file, Job.Wish wish) {
        long now = clock.millis();
        jdbi.useHandle(h -> h.createUpdate("insert into job (id, account, created, file_name, file_size, file_digest,"
                        + " rule_book, as_of, policies, recheck, language, state, blocks, rows_read, rejected, permille,"
                        + " problem_zh, problem_en, changed, workshop) values (:id, :account, :now, :name, :size, :digest, '', :asOf,"
                        + " :policies, :recheck, :lang, 'QUEUED', 0, 0, 0, 0, '', '', :now, :workshop)")
                .bind("workshop", workshop)
                .bind("id", id)
                .bind("account", account)
                .bind("now", now)
                .bind("name", clip(file.name(), LONGEST_NAME))
                .bind("size", file.size())
                .bind("digest", file.digest())
                .bind("asOf", wish.asOf().toString())
                .bind("policies", String.join(" ", new TreeSet<>(wish.policies())))
                .bind("recheck", wish.recheck())
                .bind("lang", wish.lang().name())
                .execute());
        return get(id);
    }

    public Job get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no job " + id));
    }

    public Optional<Job> find(String id) {
        return jdbi.withHandle(h -> h.createQuery("select * from job where id = :id")
                .bind("id", id)
                .map(ROW)
                .findOne());
    }

    /** The newest first, without those that were deleted. */
    public List<Job> newest(int most) {
        return newest("deleted = 0", most);
    }

    /** What is on record of jobs that were deleted, the newest jobs first. */
    public List<Job> deleted(int most) {
        return newest("deleted > 0", most);
    }

    private List<Job> newest(String which, int most) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from job where " + which + " order by created desc, id limit :most")
                        .bind("most", most)
                        .map(ROW)
                        .list());
    }

    /** How many an account has asked for that are not over yet. */
    public int underWay(String account) {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from job where account = :account"
                        + " and state in ('QUEUED', 'RUNNING', 'INTERRUPTED')")
                .bind("account", account)
                .mapTo(Integer.class)
                .one());
    }

    /** Those that were over so long ago, and have not been deleted. */
    public List<String> endedBefore(Duration ago) {
        return jdbi.withHandle(h -> h.createQuery("select id from job where deleted = 0 and changed < :before"
                        + " and state in ('DONE', 'FAILED', 'CANCELLED') and workshop in (:workshop, '')")
                .bind("before", clock.millis() - ago.toMillis())
                .bind("workshop", workshop)
                .mapTo(String.class)
                .list());
    }

    /** Those to be done, the oldest first. */
    public List<Job> waiting() {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from job where state in ('QUEUED', 'INTERRUPTED') and workshop in (:workshop, '')"
                                + " order by created, id")
                .bind("workshop", workshop)
                .map(ROW)
                .list());
    }

    /** After a start: what was running when the process before ended. */
    public void interruptRunning() {
        jdbi.useHandle(
                h -> h.createUpdate("update job set state = 'INTERRUPTED', changed = :now where state = 'RUNNING'"
                                + " and workshop in (:workshop, '')")
                        .bind("workshop", workshop)
                        .bind("now", clock.millis())
                        .execute());
    }

    /** Takes a waiting job; false if it was cancelled, or somebody else has it. */
    public boolean begin(String id, String ruleBook) {
        return jdbi.withHandle(h -> h.createUpdate("update job set state = 'RUNNING', rule_book = :book, changed = :now"
                                + " where id = :id and state in ('QUEUED', 'INTERRUPTED')")
                        .bind("book", ruleBook)
                        .bind("now", clock.millis())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /** How far it is. */
    public void count(String id, Job.Count count) {
        jdbi.useHandle(h -> h.createUpdate("update job set blocks = :blocks, rows_read = :read, rejected = :rejected,"
                        + " permille = :permille, changed = :now where id = :id")
                .bind("blocks", count.blocks())
                .bind("read", count.read())
                .bind("rejected", count.rejected())
                .bind("permille", count.permille())
                .bind("now", clock.millis())
                .bind("id", id)
                .execute());
    }

    public void done(String id) {
        finish(id, State.DONE, new Text("", ""));
    }

    public void failed(String id, Text problem) {
        finish(id, State.FAILED, problem);
    }

    /** Does nothing to what is over already; false then. */
    public boolean cancel(String id) {
        return finish(id, State.CANCELLED, new Text("", ""));
    }

    /** Put back, to be gone on with after the next start. */
    public void interrupted(String id) {
        finish(id, State.INTERRUPTED, new Text("", ""));
    }

    private boolean finish(String id, State state, Text problem) {
        return jdbi.withHandle(h -> h.createUpdate("update job set state = :state, problem_zh = :zh, problem_en = :en,"
                                + " changed = :now where id = :id and state in ('QUEUED', 'RUNNING', 'INTERRUPTED')")
                        .bind("state", state.name())
                        .bind("zh", clip(problem.zh(), LONGEST_PROBLEM))
                        .bind("en", clip(problem.en(), LONGEST_PROBLEM))
                        .bind("now", clock.millis())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /**
     * Puts on record that the files of a job go, and forgets what was said of them (a message may quote a cell). Does nothing to one that is not
     * over, or was deleted before; false then.
     *
     * @param by name of the account; empty: they had been kept as long as they were to be
     */
    public boolean delete(String id, String by) {
        return jdbi.withHandle(h -> h.createUpdate("update job set deleted = :now, deleted_by = :by, problem_zh = '',"
                                + " problem_en = '' where id = :id and deleted = 0"
                                + " and state in ('DONE', 'FAILED', 'CANCELLED')")
                        .bind("now", clock.millis())
                        .bind("by", by)
                        .bind("id", id)
                        .execute())
                == 1;
    }

    private static String clip(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
