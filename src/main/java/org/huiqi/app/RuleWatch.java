package org.huiqi.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.web.LiveBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches folders and opens what they hold once they have come to rest; a pack that is not in order is refused, and the one being served
 * stays. Looks rather than waits to be told: notification does not work on network drives and mounted volumes, where rule packs live.
 */
final class RuleWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);
    /** Every so many looks, contents are read even if no time stamp moved: a clock is not always as fine as an editor is fast. */
    private static final int THOROUGH = 30;

    private final List<Path> folders;
    private final PackLoader loader;
    private final LiveBook live;
    private final Settling settling;
    private final ScheduledExecutorService looks;
    private String times;
    private String contents;
    private int count;

    /**
     * Starts to watch.
     *
     * @param contents digest of what is being served, from {@link FolderDigest#ofContents}
     * @param look how often to look
     * @param quiet how long nothing must change before it is read
     */
    RuleWatch(List<Path> folders, String contents, PackLoader loader, LiveBook live, Duration look, Duration quiet) {
        this.folders = List.copyOf(folders);
        this.loader = loader;
        this.live = live;
        this.settling = new Settling(quiet, contents);
        this.contents = contents;
        this.times = "";
        this.looks = Executors.newSingleThreadScheduledExecutor(r -> {
            Thread thread = new Thread(r, "rule-watch");
            thread.setDaemon(true);
            return thread;
        });
        looks.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        String now = FolderDigest.ofTimes(folders);
        if (!now.equals(times) || settling.moving() || ++count % THOROUGH == 0) {
            times = now;
            contents = FolderDigest.ofContents(folders);
        }
        if (settling.rests(contents, Instant.now())) {
            reload();
        }
    }

    /** What was made of files that changed while they were read is worth nothing, good or bad: they will come to rest again. */
    private void reload() {
        Runnable outcome = attempt();
        if (FolderDigest.ofContents(folders).equals(contents)) {
            outcome.run();
        } else {
            settling.again();
        }
    }

    private Runnable attempt() {
        try {
            RuleBook book = loader.load();
            return () -> open(book);
        } catch (InvalidInputException e) {
            return () -> refuse(e.problems());
        } catch (RuntimeException | Error e) {
            // one that escaped would end the watch without a word
            return () -> refuse(List.of(unforeseen(e)));
        }
    }

    private void open(RuleBook book) {
        live.open(book);
        LOG.info(
                "rule book {} is open: {} policies",
                book.digest(),
                book.policies().size());
    }

    private void refuse(List<Problem> problems) {
        live.refuse(problems);
        LOG.error("the changed rules are refused, the book being served stays; {} problems", problems.size());
        problems.forEach(p -> LOG.error("  {}", p));
    }

    /** No stack for users of /health, and no path of this machine. */
    private Problem unforeseen(Throwable e) {
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        for (Path folder : folders) {
            said = said.replace(folder.toString(), String.valueOf(folder.getFileName()));
        }
        return new Problem(
                "rules",
                new Text("规则库不能读取:" + said, "the rule pack cannot be loaded: " + said),
                new Text("请检查规则目录。", "Check the rules folder."));
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
