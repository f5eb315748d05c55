package org.huiqi.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiqi.ledger.LedgerDoor;
import org.huiqi.ledger.LedgerPlace;
import org.huiqi.profile.ProfileText;
import org.huiqi.web.RunningServer.Answer;

/** Everything that can become of asking to log in, to be told who one is, and to log out. */
record SessionOutcomes(Office office, RunningServer server, RunningServer broken) implements AutoCloseable {
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String CURRENT = "/api/v1/sessions/current";

    /** One answer, and what it answers. */
    record Outcome(String method, String path, Answer answer) {}

    static SessionOutcomes in(Path folder) {
        Office office = Office.in(folder);
        return new SessionOutcomes(
                office, RunningServer.start(office.door(), false), RunningServer.start(brokenLedger(folder), false));
    }

    private static LedgerDoor brokenLedger(Path folder) {
        try {
            Path data = folder.resolve("broken");
            Files.createDirectories(data.resolve("ledger.db"));
            return LedgerDoor.to(new LedgerPlace(data, Optional.empty(), "", ""), Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Outcome> all() {
        List<Outcome> outcomes = new ArrayList<>();
        logins().forEach(a -> outcomes.add(new Outcome("post", SESSIONS, a)));
        readings().forEach(a -> outcomes.add(new Outcome("get", CURRENT, a)));
        logouts().forEach(a -> outcomes.add(new Outcome("delete", CURRENT, a)));
        return outcomes;
    }

    private Answer login(String name, String password) {
        return server.post(SESSIONS, "{\"name\": \"" + name + "\", \"password\": \"" + password + "\"}");
    }

    private List<Answer> logins() {
        List<Answer> answers = new ArrayList<>();
        answers.add(login(Office.NAME, Office.PASSWORD));
        for (int i = 0; i < 6; i++) {
            answers.add(login("nobody", "wrong"));
        }
        answers.add(server.get(SESSIONS));
        answers.add(server.post(SESSIONS + "?wrong=1", "{}"));
        answers.add(server.post(SESSIONS, "{\"name\": 1}"));
        answers.add(server.post(SESSIONS, " ".repeat(ProfileText.MAX_BYTES + 1)));
        answers.add(
                server.send("POST", SESSIONS, "a=b".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/plain"));
        answers.add(broken.post(SESSIONS, "{\"name\": \"chen\", \"password\": \"x\"}"));
        return answers;
    }

    private List<Answer> readings() {
        String bearer = "Bearer " + office.token();
        return List.of(
                server.get(CURRENT),
                server.get(CURRENT, "Authorization", bearer),
                server.get(CURRENT, "Cookie", cookie(login(Office.NAME, Office.PASSWORD))),
                server.get(CURRENT + "?wrong=1", "Authorization", bearer),
                server.post(CURRENT, "{}"),
                broken.get(CURRENT, "Authorization", bearer));
    }

    private List<Answer> logouts() {
        Answer login = login(Office.NAME, Office.PASSWORD);
        String cookie = cookie(login);
        String csrf = login.json().path("csrf").asText();
        return List.of(
                delete(server, CURRENT),
                delete(server, CURRENT + "?wrong=1"),
                delete(server, CURRENT, "Cookie", cookie),
                delete(server, CURRENT, "Cookie", cookie, "X-CSRF-Token", csrf),
                delete(broken, CURRENT, "Cookie", cookie, "X-CSRF-Token", csrf));
    }

    private static Answer delete(RunningServer on, String path, String... headers) {
        return on.send("DELETE", path, new byte[0], headers);
    }

    static String cookie(Answer login) {
        return login.header("Set-Cookie").split(";")[0];
    }

    @Override
    public void close() {
        server.close();
        broken.close();
        office.close();
    }
}
