package org.huiqi.ledger;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/**
 * Where the ledger is.
 *
 * @param data folder of everything kept in files
 * @param url of a PostgreSQL database; empty: a SQLite file in the folder
 * @param password never shown, not even by {@link #toString}
 */
public record LedgerPlace(Path data, Optional<String> url, String user, String password) {
    /** Where PostgreSQL is, if it is to be used: {@code jdbc:postgresql://host/database}. */
    public static final String URL = "HUIQI_LEDGER";

    public static final String USER = "HUIQI_LEDGER_USER";
    public static final String PASSWORD = "HUIQI_LEDGER_PASSWORD";
    /** The folder of what is kept. */
    public static final String DATA = "HUIQI_DATA";

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String FILE = "ledger.db";

    /**
     * As the environment says; by default in the user's own data folder.
     *
     * @throws InvalidInputException if what it says cannot be a place
     */
    public static LedgerPlace of(Map<String, String> environment) {
        Optional<String> url = find(environment, URL).map(LedgerPlace::checked);
        return new LedgerPlace(
                data(environment),
                url,
                find(environment, USER).orElse(""),
                find(environment, PASSWORD).orElse(""));
    }

    private static Path data(Map<String, String> environment) {
        try {
            return find(environment, DATA)
                    .map(Path::of)
                    .or(() -> find(environment, "XDG_DATA_HOME").map(x -> Path.of(x, "huiqi")))
                    .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share", "huiqi"))
                    .toAbsolutePath();
        } catch (InvalidPathException e) {
            throw refused(DATA, "不是文件夹的名字", "is not the name of a folder", "请写成文件夹。", "Name a folder.");
        }
    }

    private static String checked(String url) {
        if (!url.startsWith(POSTGRESQL)) {
            throw refused(
                    URL,
                    "只能是 PostgreSQL 的地址",
                    "must be the address of a PostgreSQL database",
                    "请写成 jdbc:postgresql://主机/库;不设则用 SQLite 文件。",
                    "Write jdbc:postgresql://host/database; unset it for a SQLite file.");
        }
        if (url.toLowerCase(Locale.ROOT).contains("password") || url.contains("@")) {
            throw refused(
                    URL,
                    "地址里不能写密码",
                    "must not hold a password",
                    "请用环境变量 " + PASSWORD + "。",
                    "Use the environment variable " + PASSWORD + ".");
        }
        return url;
    }

    private static Optional<String> find(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
    }

    private static InvalidInputException refused(String place, String zh, String en, String wayZh, String wayEn) {
        return new InvalidInputException(List.of(new Problem(place, new Text(zh, en), new Text(wayZh, wayEn))));
    }

    /** Whether something may already be kept there; nothing is opened to find out. */
    public boolean begun() {
        return url.isPresent() || Files.exists(file());
    }

    Path file() {
        return data.resolve(FILE);
    }

    String jdbc() {
        return url.orElseGet(() -> "jdbc:sqlite:" + file());
    }

    /** What people are told of it; options of the address stay out. */
    String shown() {
        return url.map(u -> u.split("\\?", 2)[0]).orElseGet(() -> file().toString());
    }

    @Override
    public String toString() {
        return shown();
    }
}
