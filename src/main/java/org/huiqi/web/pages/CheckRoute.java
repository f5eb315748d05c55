package org.huiqi.web.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huiqi.policy.Level;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileText;
import org.huiqi.report.Json;
import org.huiqi.report.Words;
import org.huiqi.report.sheet.ProfileWorkbook;
import org.huiqi.report.sheet.WorkbookReader;
import org.huiqi.web.Answers;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;
import org.huiqi.web.QueryReader;

/** Where a self-check begins: what it is about, and where the answers come from. */
final class CheckRoute {
    private static final List<String> SAMPLES = List.of("qilin-relay.yaml", "new-startup.json");
    private final Visit visit;
    private final Words words;

    CheckRoute(Visit visit) {
        this.visit = visit;
        this.words = visit.words();
    }

    record Choice(String id, String name, boolean chosen) {}

    record Group(String title, List<Choice> policies) {}

    record Sample(String title, String about, Dossier dossier) {}

    record CheckPage(Chrome chrome, List<Group> groups, boolean some, List<Sample> samples) {}

    void start() {
        QueryReader query = new QueryReader(visit.ctx(), Set.of("policy"));
        Set<String> chosen = query.names(
                "policy",
                visit.open().book().policies().stream().map(Policy::id).toList());
        query.finish();
        Chrome chrome = visit.chrome(words.of("企业自查", "Self-check"), "check");
        List<Group> groups = Arrays.stream(Level.values())
                .map(l -> group(l, chosen))
                .filter(g -> !g.policies().isEmpty())
                .toList();
        visit.show("check.jte", new CheckPage(chrome, groups, !chosen.isEmpty(), samples(chosen)));
    }

    private Group group(Level level, Set<String> chosen) {
        String en = level.name().charAt(0) + level.name().substring(1).toLowerCase(Locale.ROOT);
        return new Group(
                words.of(level.zh(), en),
                visit.open().book().policies().stream()
                        .filter(p -> p.level() == level)
                        .map(p -> new Choice(p.id(), p.name().in(words.lang()), chosen.contains(p.id())))
                        .toList());
    }

    private List<Sample> samples(Set<String> chosen) {
        return List.of(
                new Sample(
                        words.of("启林继电保护(虚构)", "Qilin Relay (made up)"),
                        words.of(
                                "高新技术企业:67项信息、3个产品、12个月的增值税台账",
                                "A high-tech enterprise: 67 answers, 3 products, a VAT ledger of 12 months"),
                        sample(SAMPLES.get(0), chosen)),
                new Sample(
                        words.of("初创企业(虚构)", "A young firm (made up)"),
                        words.of("只填了几项,看看还缺什么", "A few answers only: see what is missing"),
                        sample(SAMPLES.get(1), chosen)));
    }

    private static Dossier sample(String name, Set<String> chosen) {
        try (InputStream in = CheckRoute.class.getResourceAsStream("/test-cases/samples/" + name)) {
            byte[] bytes = in == null ? new byte[] {'{', '}'} : in.readAllBytes();
            ObjectNode tree = (ObjectNode) (name.endsWith(".yaml") ? ProfileText.yaml(bytes) : ProfileText.json(bytes));
            return new Dossier(tree, chosen, new LinkedHashSet<>());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Goes on with a file that was saved before: JSON, YAML or the spreadsheet. */
    void take() {
        Submission form = visit.form();
        Submission.Upload file = form.file().orElseThrow(() -> refused("没有选择文件", "no file was chosen"));
        Dossier dossier = Dossier.of(form, visit.open());
        ObjectNode tree = tree(file);
        FormRoute.show(visit, dossier.with(tree));
    }

    private ObjectNode tree(Submission.Upload file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".xlsx")) {
                return WorkbookReader.read(visit.open().book().dictionary(), file.bytes());
            }
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return (ObjectNode) ProfileText.yaml(file.bytes());
            }
            return (ObjectNode) ProfileText.json(file.bytes());
        } catch (InvalidInputException e) {
            throw new ProblemException(ProblemKind.MALFORMED_JSON, e.problems());
        } catch (ClassCastException e) {
            throw refused("文件里不是一份企业档案", "the file holds no profile");
        }
    }

    private static ProblemException refused(String zh, String en) {
        Text way = new Text("请选择从这里存下来的文件。", "Choose a file that was saved here.");
        return new ProblemException(ProblemKind.BAD_REQUEST, List.of(new Problem("file", new Text(zh, en), way)));
    }

    /** A blank workbook. */
    static void template(Visit visit) {
        workbook(visit, Profile.of(Map.of()), "huiqi-blank.xlsx");
    }

    /** The profile as a workbook; what cannot be read is to be corrected first. */
    static void saveWorkbook(Visit visit, Dossier dossier) {
        try {
            workbook(visit, dossier.read(visit.open()), "huiqi-profile.xlsx");
        } catch (InvalidInputException e) {
            new FormRoute(visit, dossier, e.problems()).form();
        }
    }

    private static void workbook(Visit visit, Profile profile, String name) {
        byte[] bytes = ProfileWorkbook.write(visit.open().book().dictionary(), profile);
        visit.ctx().header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        Answers.once(visit.ctx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes);
    }

    /** The profile as a file. */
    static void save(Visit visit, Dossier dossier) {
        byte[] json = Json.indented(dossier.profile()).getBytes(StandardCharsets.UTF_8);
        visit.ctx().header("Content-Disposition", "attachment; filename=\"huiqi-profile.json\"");
        Answers.once(visit.ctx(), "application/json", json);
    }
}
