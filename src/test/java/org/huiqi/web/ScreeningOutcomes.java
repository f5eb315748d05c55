package org.huiqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.huiqi.ledger.account.Password;
import org.huiqi.ledger.account.Role;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.Jobs;
import org.huiqi.problem.Lang;
import org.huiqi.web.RunningServer.Answer;
import org.huiqi.web.SessionOutcomes.Outcome;

/** Everything that can become of sending a list, following it and fetching its results; all but a full disk, which a test cannot have. */
record ScreeningOutcomes(SessionOutcomes sessions) {
    private static final String ALL = "/api/v1/screenings";
    private static final String ONE = ALL + "/{id}";
    /** Rows that keep a job under way for longer than a request takes. */
    private static final int MANY = 3_000_000;

    private static final byte[] LIST = "统一社会信用代码,企业名称\n91370303MA3C0J8W0X,麒麟\n错,错\n".getBytes(StandardCharsets.UTF_8);

    private RunningServer server() {
        return sessions.server();
    }

    List<Outcome> all() {
        String officer = "Bearer " + sessions.office().token();
        String id = submit(officer).json().path("id").asText();
        String one = ALL + "/" + id;
        List<Outcome> outcomes = new ArrayList<>();
        sending(officer).forEach(a -> outcomes.add(new Outcome("post", ALL, a)));
        done(officer, one).forEach(name -> {
            String path = one + "/results/" + name;
            outcomes.add(new Outcome("get", ONE + "/results/{name}", server().get(path, "Authorization", officer)));
        });
        reading(officer, ALL).forEach(a -> outcomes.add(new Outcome("get", ALL, a)));
        for (String rest : List.of("", "/events", "/results/{name}")) {
            String concrete = one + rest.replace("{name}", "results.csv");
            reading(officer, concrete).forEach(a -> outcomes.add(new Outcome("get", ONE + rest, a)));
            Answer none = server().get(concrete.replace(id, "none"), "Authorization", officer);
            outcomes.add(new Outcome("get", ONE + rest, none));
        }
        cancelling(officer, id).forEach(a -> outcomes.add(new Outcome("delete", ONE, a)));
        deleting(officer, id).forEach(a -> outcomes.add(new Outcome("delete", ONE + "/files", a)));
        outcomes.add(new Outcome("get", ONE, server().get(one, "Authorization", officer)));
        outcomes.add(new Outcome("get", ALL, server().get(ALL + "?deleted=true", "Authorization", officer)));
        return outcomes;
    }

    /** All but the last are refused. */
    private List<Answer> deleting(String officer, String id) {
        String files = ALL + "/" + id + "/files";
        byte[] many = ("统一社会信用代码,企业名称\n" + "x,\n".repeat(MANY)).getBytes(StandardCharsets.UTF_8);
        String lasting = server().send("POST", ALL + "?name=a.csv", many, "Authorization", officer)
                .json()
                .path("id")
                .asText();
        Answer underWay = delete(server(), ALL + "/" + lasting + "/files", officer);
        delete(server(), ALL + "/" + lasting, officer);
        return List.of(
                underWay,
                delete(server(), files + "?wrong=1", officer),
                delete(server(), files, auditor()),
                delete(server(), files, "Bearer none"),
                delete(server(), ALL + "/none/files", officer),
                delete(sessions.broken(), files, officer),
                delete(server(), files, officer));
    }

    private Answer submit(String authorization) {
        return server().send("POST", ALL + "?name=a.csv", LIST, "Authorization", authorization);
    }

    /** Names of the results, once there are some. */
    private List<String> done(String officer, String one) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        Answer answer = server().get(one, "Authorization", officer);
        while (!List.of("done", "failed").contains(answer.json().path("state").asText()) && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
            answer = server().get(one, "Authorization", officer);
        }
        assertThat(answer.json().path("state").asText()).as(answer.text()).isEqualTo("done");
        List<String> names = new ArrayList<>();
        answer.json().path("results").forEach(r -> names.add(r.asText()));
        return names;
    }

    private String auditor() {
        var accounts = sessions.office().ledger().accounts();
        var auditor = accounts.find("wang")
                .orElseGet(() -> accounts.add("wang", Role.AUDITOR, Password.chosen("reads every clause", "wang")));
        return "Bearer "
                + sessions.office()
                        .ledger()
                        .tokens()
                        .add(auditor, "", Duration.ofDays(1))
                        .text();
    }

    private List<Answer> sending(String officer) {
        return List.of(
                submit(officer),
                submit(auditor()),
                server().send("POST", ALL + "?name=a.csv", LIST),
                server().send("POST", ALL + "?name=a.csv&asOf=x&recheck=-1&wrong=1", LIST, "Authorization", officer),
                server().send("POST", ALL + "?name=a.pdf", LIST, "Authorization", officer),
                oneTooMany(officer),
                sessions.broken().send("POST", ALL + "?name=a.csv", LIST, "Authorization", officer));
    }

    private Answer oneTooMany(String officer) {
        Jobs jobs = sessions.office().ledger().jobs().in("elsewhere");
        Job.Wish wish = new Job.Wish(LocalDate.of(2026, 1, 12), Set.of(), 0, Lang.ZH);
        List<String> waiting =
                IntStream.range(0, 50).mapToObj(i -> "waiting-" + i).toList();
        waiting.forEach(w -> jobs.add(w, Office.NAME, new Job.File("a.csv", 1, "0".repeat(64)), wish));
        Answer refused = submit(officer);
        waiting.forEach(jobs::cancel);
        return refused;
    }

    /** What can be asked for by whom; nobody but those of the office may look. */
    private List<Answer> reading(String officer, String path) {
        return List.of(
                server().get(path, "Authorization", officer),
                server().get(path),
                server().get(path + "?wrong=1", "Authorization", officer),
                sessions.broken().get(path, "Authorization", officer));
    }

    private List<Answer> cancelling(String officer, String id) {
        String one = ALL + "/" + id;
        return List.of(
                delete(server(), one, officer),
                delete(server(), one + "?wrong=1", officer),
                delete(server(), one, auditor()),
                delete(server(), one, "Bearer none"),
                delete(server(), ALL + "/none", officer),
                delete(sessions.broken(), one, officer));
    }

    private static Answer delete(RunningServer on, String path, String authorization) {
        return on.send("DELETE", path, new byte[0], "Authorization", authorization);
    }

    /** What becomes of a list of ten gigabytes: the answer comes at once, nothing of it is read to the end. */
    String tenGigabytes() throws IOException {
        try (Socket socket = server().connect()) {
            String head = "POST " + ALL + "?name=a.csv HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + sessions.office().token() + "\r\nContent-Length: 10000000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return RunningServer.readAnswer(socket.getInputStream());
        }
    }
}
