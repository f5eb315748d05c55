package org.huiqi.cli;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.huiqi.assess.RuleBook;
import org.huiqi.ledger.LedgerPlace;

/** What {@code serve} starts. */
public interface Serving {

    /**
     * What to serve, and where.
     *
     * @param rules folder of the pack, watched for changes; empty: the shipped pack, which never changes
     * @param cases folder of test cases every pack must pass before it is served; empty: none
     * @param ledger where those who may log in are kept; opened when it is first needed
     * @param proxied whether clients come over https through a proxy that names them in X-Forwarded-For
     * @param keepJobs how long after their end lists and results of screenings are kept; empty: until somebody deletes them
     */
    record Options(
            String host,
            int port,
            Optional<Path> rules,
            Optional<Path> cases,
            Optional<LedgerPlace> ledger,
            boolean proxied,
            Optional<Duration> keepJobs) {
        /** Without a ledger, to be reached directly. */
        public Options(String host, int port, Optional<Path> rules, Optional<Path> cases) {
            this(host, port, rules, cases, Optional.empty(), false, Optional.empty());
        }
    }

    /** What is told on the way. */
    interface Progress {
        void listening(String url);

        void ready(RuleBook book);
    }

    /**
     * Serves until the thread is interrupted or the process ends.
     *
     * @throws BindException if the address cannot be had
     * @throws org.huiqi.problem.InvalidInputException with every problem of the pack it was started with
     */
    void serve(Options options, Progress progress) throws BindException, InterruptedException;
}
