package org.huiqi.report;

import java.math.BigDecimal;
import java.util.Optional;
import org.huiqi.advise.FieldPath;
import org.huiqi.advise.Move;
import org.huiqi.advise.Obstacle;
import org.huiqi.assess.RuleBook;
import org.huiqi.assess.Wording;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Field;

/** Changes and what stands in their way as sentences, in the units of the law: 还差 31.2 万元, 再过 74 天. */
public final class MoveText {
    private final Words words;
    private final Wording wording;

    public MoveText(RuleBook book, Lang lang) {
        this.words = new Words(book, lang);
        this.wording = new Wording(lang, ref -> Optional.empty());
    }

    /** What it takes, without a full stop. */
    public String say(Move move) {
        return switch (move.kind()) {
            case ANSWER ->
                label(move.about())
                        + words.of(" 还没有回答,如为“", " is not answered; met if it is '")
                        + shown(move, move.to())
                        + words.of("”则满足", "'");
            case TIME, ACT -> move.about().isAsOf() ? wait(move) : changed(move);
        };
    }

    /** Why a condition cannot be brought about. */
    public String say(Obstacle obstacle) {
        String claim = words.claim(obstacle.criterion());
        String fixed = words.list(obstacle.fixed().stream().map(this::label));
        return obstacle.fixed().isEmpty()
                ? claim + words.of(":没有找到能满足它的改变", ": no change was found that meets it")
                : claim
                        + words.of(":取决于不能改变或不宜反向调整的事实(", ": rests on what cannot be changed, or not that way (")
                        + fixed
                        + words.of(")", ")");
    }

    private String wait(Move move) {
        return words.of(
                "再过 " + move.days().orElse(0L) + " 天(到 " + move.to() + ")",
                "wait " + move.days().orElse(0L) + " days (until " + move.to() + ")");
    }

    private String changed(Move move) {
        String now =
                words.of("现", "now ") + move.from().map(f -> shown(move, f)).orElse("");
        String to = words.of("需", "needed ") + shown(move, move.to());
        if (move.days().isPresent()) {
            long days = move.days().get();
            return label(move.about())
                    + (days > 0
                            ? words.of("再晚 " + days + " 天", " " + days + " days later")
                            : words.of("早 " + -days + " 天", " " + -days + " days earlier"))
                    + words.of("(到 " + move.to() + ")", " (" + move.to() + ")");
        }
        return label(move.about())
                + move.difference().map(d -> by(move, d)).orElse(words.of("须改变", " must change"))
                + words.of("(", " (")
                + now
                + words.of(",", ", ")
                + to
                + words.of(")", ")");
    }

    private String by(Move move, BigDecimal difference) {
        String amount = Wording.number(difference.abs()) + unit(move);
        return difference.signum() > 0
                ? words.of("还差 " + amount, " is short of " + amount)
                : words.of("须减少 " + amount, " must fall by " + amount);
    }

    private static String unit(Move move) {
        String unit = move.about().field().map(Field::unit).orElse("");
        return unit.isEmpty() ? "" : " " + unit;
    }

    private String shown(Move move, Object value) {
        return wording.value(move.about().field().orElseThrow(), value);
    }

    private String label(FieldPath path) {
        String element = path.element();
        String whose = element.isEmpty()
                ? ""
                : words.of(
                        path.type().label() + "“" + element + "”", path.type().name() + " '" + element + "': ");
        return whose + path.field().map(words::label).orElse(path.type().label());
    }
}
