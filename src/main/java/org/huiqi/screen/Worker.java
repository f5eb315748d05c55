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
        List<Screened> screened = new ArrayList<>(raw.rows().size());
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
                admit(firm.get(), raw.first() + i, screened);
            } else {
                rejected++;
            }
        }
        judgeWaiting(screened);
        int read = screened.size() + rejected;
        int again = (int) (second.rechecked() - rechecked);
        return new Block(raw.number(), raw.register().name(), read, rejected, skipped, again, screened, rejections);
    }

    private void admit(Firm firm, long ordinal, List<Screened> screened) {
        waiting.add(new Waiting(firm, ordinal));
        if (waiting.size() == MOST) {
            judgeWaiting(screened);
        }
    }

    /** All who wait, at once. */
    private void judgeWaiting(List<Screened> screened) {
        List<Applicant> applicants = new ArrayList<>(waiting.size());
        for (Waiting w : waiting) {
            if (w.firm().given().isEmpty()) {
                applicants.add(new Applicant(w.firm().enterprise(), w.firm().lists()));
            }
        }
        Answer[][] judged = sitting.judge(applicants);
        int next = 0;
        for (Waiting w : waiting) {
            Answer[] answers = w.firm().given().isPresent() ? second.assessed(w.firm()) : judged[next++];
            screened.add(screened(w.firm(), w.ordinal(), answers));
        }
        waiting.clear();
    }

    private Screened screened(Firm firm, long ordinal, Answer[] answers) {
        if (options.recheck() > 0 && ordinal % options.recheck() == options.recheck() - 1) {
            second.recheck(firm, answers);
        }
        return new Screened(
                firm.sheet(),
                firm.row(),
                firm.code(),
                firm.name(),
                answers,
                second.benefits(firm, answers),
                second.nearMisses(firm, answers, options.gaps()));
    }
}
