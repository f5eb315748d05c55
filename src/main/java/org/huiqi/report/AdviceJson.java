package org.huiqi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.huiqi.advise.Advice;
import org.huiqi.advise.Choice;
import org.huiqi.advise.FieldPath;
import org.huiqi.advise.Move;
import org.huiqi.advise.Obstacle;
import org.huiqi.advise.Purse;
import org.huiqi.advise.Rung;
import org.huiqi.advise.Shortfall;
import org.huiqi.advise.Way;
import org.huiqi.advise.Worth;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.profile.Keys;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Verdict;

/** Advice as JSON; sentences in both languages. */
public final class AdviceJson {
    private final RuleBook book;
    private final MoveText zh;
    private final MoveText en;

    private AdviceJson(RuleBook book) {
        this.book = book;
        this.zh = new MoveText(book, Lang.ZH);
        this.en = new MoveText(book, Lang.EN);
    }

    public static ObjectNode tree(RuleBook book, Advice advice) {
        AdviceJson json = new AdviceJson(book);
        ObjectNode root = Json.object()
                .put("ruleBook", book.digest())
                .put("asOf", advice.asOf().toString());
        ArrayNode gaps = root.putArray("gaps");
        advice.gaps().forEach(g -> json.gap(gaps.addObject(), g));
        json.money(root.putObject("money"), advice.money());
        ArrayNode ladder = root.putArray("ladder");
        advice.ladder().forEach(r -> json.rung(ladder.addObject(), r));
        return root;
    }

    private void name(ObjectNode out, String policy) {
        out.put("policy", policy);
        Json.text(out.putObject("name"), book.findPolicy(policy).orElseThrow().name());
    }

    private static void verdict(ObjectNode out, Verdict v) {
        out.put("stage", v.stage()).put("subjectType", v.subjectType()).put("subject", v.subject());
        out.put("verdict", v.outcome().name()).put("verdictZh", v.outcome().zh());
    }

    private void gap(ObjectNode out, Shortfall gap) {
        name(out, gap.verdict().policy());
        verdict(out, gap.verdict());
        Json.texts(out.putArray("alike"), gap.alike());
        found(out, gap);
    }

    /** What was found alone, to stand beside the verdict. */
    static ObjectNode tree(RuleBook book, Shortfall gap) {
        ObjectNode root = Json.object();
        new AdviceJson(book).found(root, gap);
        return root;
    }

    private void found(ObjectNode out, Shortfall gap) {
        ArrayNode ways = out.putArray("ways");
        gap.ways().forEach(w -> way(ways.addObject(), w));
        ArrayNode obstacles = out.putArray("obstacles");
        gap.obstacles().forEach(o -> obstacle(obstacles.addObject(), o));
        out.put("capped", gap.capped());
    }

    private void way(ObjectNode out, Way way) {
        out.put("reached", way.reached().name()).put("timeOnly", way.timeOnly());
        ArrayNode moves = out.putArray("moves");
        way.moves().forEach(m -> move(moves.addObject(), m));
    }

    private void move(ObjectNode out, Move move) {
        out.put("path", move.about().path()).put("kind", move.kind().name());
        move.from().ifPresent(f -> value(out, "from", move, f));
        value(out, "to", move, move.to());
        move.difference().ifPresent(d -> out.put("difference", d));
        move.days().ifPresent(d -> out.put("days", d));
        move.about().field().ifPresent(f -> Json.unlessEmpty(out, "unit", f.unit()));
        Json.text(out.putObject("text"), new Text(zh.say(move), en.say(move)));
    }

    private static void value(ObjectNode out, String key, Move move, Object value) {
        if (value instanceof Boolean b) {
            out.put(key, b);
        } else if (value instanceof Number n) {
            out.put(key, new BigDecimal(n.toString()));
        } else if (value instanceof List<?> list) {
            ArrayNode texts = out.putArray(key);
            list.forEach(t -> texts.add(t.toString()));
        } else {
            out.put(key, Keys.show(move.about().field().orElseThrow(), value));
        }
    }

    private void obstacle(ObjectNode out, Obstacle obstacle) {
        out.put("criterion", obstacle.criterion());
        Json.texts(
                out.putArray("fixed"),
                obstacle.fixed().stream().map(FieldPath::path).toList());
        Json.text(out.putObject("text"), new Text(zh.say(obstacle), en.say(obstacle)));
    }

    private void money(ObjectNode out, Purse purse) {
        ArrayNode worths = out.putArray("worths");
        purse.worths().forEach(w -> worth(worths.addObject(), w));
        yuan(out.putObject("entitled"), purse.entitled());
        yuan(out.putObject("best"), purse.best());
        ArrayNode choices = out.putArray("choices");
        purse.choices().forEach(c -> choice(choices.addObject(), c));
    }

    private void worth(ObjectNode out, Worth worth) {
        name(out, worth.policy());
        out.put("standing", worth.standing().name())
                .put("figure", worth.figure())
                .put("label", worth.label());
        yuan(out.putObject("yuan"), worth.yuan());
        Json.texts(out.putArray("missing"), worth.missing());
    }

    /** No upper end: there is no telling. */
    private static void yuan(ObjectNode out, Interval yuan) {
        out.put("low", yuan.low() == null ? BigDecimal.ZERO : yuan.low());
        if (yuan.high() != null) {
            out.put("high", yuan.high());
        }
    }

    private static void choice(ObjectNode out, Choice choice) {
        combination(out.putObject("best"), choice.best());
        ArrayNode others = out.putArray("others");
        choice.others().forEach(o -> combination(others.addObject(), o));
        out.put("settled", choice.settled());
        Json.texts(out.putArray("needs"), choice.needs());
    }

    private static void combination(ObjectNode out, Choice.Combination combination) {
        Json.texts(out.putArray("taken"), combination.taken());
        Json.texts(out.putArray("givenUp"), combination.givenUp());
        yuan(out.putObject("yuan"), combination.yuan());
    }

    private void rung(ObjectNode out, Rung rung) {
        name(out, rung.policy());
        out.put("height", rung.height()).put("state", rung.state().name().toLowerCase(Locale.ROOT));
        Json.texts(out.putArray("requires"), rung.requires());
        rung.verdict().ifPresent(v -> {
            verdict(out, v);
            Json.texts(out.putArray("missing"), v.missing());
            Json.texts(out.putArray("decisive"), v.decisive());
        });
    }
}
