package org.huiqi.web.pages;

import java.util.Arrays;
import java.util.List;
import org.huiqi.engine.Criterion;
import org.huiqi.verdict.Seen;

/** The way in. */
final class HomeRoute {
    private final Visit visit;

    HomeRoute(Visit visit) {
        this.visit = visit;
    }

    /** How many criteria were seen how. */
    record Share(Seen seen, String label, long count, long percent) {}

    record HomePage(Chrome chrome, int policies, int criteria, List<Share> shares) {}

    void home() {
        List<Criterion> criteria = visit.open().book().rules().criteria();
        List<Share> shares =
                Arrays.stream(Seen.values()).map(s -> share(s, criteria)).toList();
        Chrome chrome = visit.chrome(visit.words().of("惠企 · 政策自查", "Huiqi · policy self-check"), "home");
        int policies = visit.open().book().policies().size();
        visit.show("home.jte", new HomePage(chrome, policies, criteria.size(), shares));
    }

    private Share share(Seen seen, List<Criterion> criteria) {
        long count = criteria.stream().filter(c -> c.seen() == seen).count();
        return new Share(seen, visit.words().of(seen), count, Math.round(100.0 * count / Math.max(1, criteria.size())));
    }
}
