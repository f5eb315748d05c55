package org.huiqi.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.screen.firm.Firm;
import org.huiqi.screen.firm.FirmReader;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.firm.Register;
import org.huiqi.screen.firm.Rejection;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Applicant;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.judge.Panel;
import org.huiqi.screen.result.Block;
import org.huiqi.screen.result.Screened;
import org.huiqi.screen.table.Row;

/** Screens blocks on one thread at a time. */
final class Worker {
    private static final int MOST = Math.min(Judge.MOST, FirmReader.HELD);
    private final Judge judge;
    private final Intake intake;
    private final Options options;
    private final Judge.Sitting sitting;
    private final Second second;
    private final Map<Register, FirmReader> readers = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>(MOST);
    private List<Screened> screened = List.of();
    private List<Panel> panels = List.of();

    /** Read, and not judged yet. */
    private record Waiting(Firm firm, long ordinal) {}

    Worker(Judge judge, Intake intake, Options options) {
        this.judge = judge;
        this.intake = intake;
        this.options = options;
        this.sitting = judge.sitting();
        this.second = new Second(judge, sitting, options.lang());
    }

    Block screen(RawBlock raw) {
        FirmReader reader = readers.computeIfAbsent(raw.register(), r -> intake.reader(r, judge.asOf()));
        // what a block that failed half way left behind
        waiting.clear();
        screened = new ArrayList<>(raw.rows().size());
        panels = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        int rejected = 0;
        int skipped = 0;
        long rechecked = second.rechecked();
        for (int i = 0; i < raw.rows().size(); i++) {
            Row row = raw.rows().get(i);
            if (row.blank() || row.example()) {
                skipped++;
                continue;
            }
            Optional<Firm> firm = reader.read(row, rejections);
            if (firm.isPresent()) {
                admit(firm.get(), raw.first() + i);
            } else {
                rejected++;
            }
        }
        judgeWaiting();
        int read = screened.size() + rejected;
        int again = (int) (second.rechecked() - rechecked);
        return new Block(
                raw.number(), raw.register().name(), read, rejected, skipped, again, screened, panels, rejections);
    }

    private void admit(Firm firm, long ordinal) {
        waiting.add(new Waiting(firm, ordinal));
        if (waiting.size() == MOST) {
            judgeWaiting();
        }
    }

    /** All who wait, at once. */
    private void judgeWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Applicant> applicants = new ArrayList<>(waiting.size());
        for (Waiting w : waiting) {
            if (w.firm().given().isEmpty()) {
                applicants.add(new Applicant(w.firm().enterprise(), w.firm().lists()));
            }
        }
        Panel judged = sitting.judge(applicants);
        Answer[][] answers = judged.answers();
        List<Answer[]> all = new ArrayList<>(waiting.size());
        int next = 0;
        for (Waiting w : waiting) {
            all.add(w.firm().given().isPresent() ? second.assessed(w.firm()) : answers[next++]);
        }
        Panel panel = next == all.size() ? judged : Panel.of(all);
        panels.add(panel);
        long near = near(panel);
        for (int i = 0; i < all.size(); i++) {
            screened.add(screened(waiting.get(i), all.get(i), (near & 1L << i) != 0));
        }
        waiting.clear();
    }

    /** Those with a near miss. */
    private long near(Panel panel) {
        long near = 0;
        for (int q = 0; q < judge.questions().size(); q++) {
            for (int i = 0; i < panel.count(q); i++) {
                near |= panel.answer(q, i).near() ? panel.firms(q, i) : 0;
            }
        }
        return near;
    }

    private Screened screened(Waiting read, Answer[] answers, boolean near) {
        Firm firm = read.firm();
        if (options.recheck() > 0 && read.ordinal() % options.recheck() == options.recheck() - 1) {
            second.recheck(firm, answers);
        }
        return new Screened(
                firm.sheet(),
                firm.row(),
                firm.code(),
                firm.name(),
                answers,
                second.benefits(firm, answers),
                near ? second.nearMisses(firm, answers, options.gaps()) : List.of());
    }
}
