package org.huiqi.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Problem;

/** The rule book being served. Thread-safe: changing it is one swap of one reference, so nobody ever sees half a change. */
public final class LiveBook {
    private final AtomicReference<State> state =
            new AtomicReference<>(new State(Optional.empty(), Optional.empty(), 0));

    /**
     * Why the newest rule files are not served.
     *
     * @param problems all of them
     */
    record Refusal(Instant at, List<Problem> problems) {
        Refusal {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What is served, and what is wrong with what is not.
     *
     * @param refusal of the newest files; empty if they are served
     * @param swaps how many books were opened so far
     */
    record State(Optional<OpenBook> open, Optional<Refusal> refusal, long swaps) {}

    /** From now on, new requests see this book. */
    public void open(RuleBook book) {
        OpenBook opened = OpenBook.of(book);
        state.updateAndGet(old -> new State(Optional.of(opened), Optional.empty(), old.swaps() + 1));
    }

    /** The book that is open stays open; {@code problems} say why the newer one does not replace it. */
    public void refuse(List<Problem> problems) {
        Refusal refusal = new Refusal(Instant.now(), problems);
        state.updateAndGet(old -> new State(old.open(), Optional.of(refusal), old.swaps()));
    }

    /** Digest of the book being served; empty before there is one. */
    public Optional<String> digest() {
        return state.get().open().map(o -> o.book().digest());
    }

    State state() {
        return state.get();
    }

    /** The book of one request. Ask once per request: a second call may answer with another book. */
    public OpenBook now() {
        return state.get().open().orElseThrow(() -> new ProblemException(ProblemKind.NOT_READY));
    }
}
