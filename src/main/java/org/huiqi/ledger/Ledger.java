package org.huiqi.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.huiqi.ledger.account.Accounts;
import org.huiqi.ledger.account.Doorman;
import org.huiqi.ledger.account.Journal;
import org.huiqi.ledger.account.Sessions;
import org.huiqi.ledger.account.Tokens;
import org.huiqi.ledger.job.Jobs;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.jdbi.v3.core.Jdbi;

/** What is kept, open. Several processes may have the same one open. Thread-safe. */
public final class Ledger implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int CONNECTIONS = 8;

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final Clock clock;

    private Ledger(HikariDataSource source, Clock clock) {
        this.source = source;
        this.jdbi = Jdbi.create(source);
        this.clock = clock;
    }

    /**
     * Opens the ledger, begins one where there is none, and brings an older one up to date.
     *
     * @throws InvalidInputException if it cannot be had, naming where and why
     */
    public static Ledger open(LedgerPlace place, Clock clock) {
        HikariDataSource source = connect(place);
        try {
            Flyway.configure(Ledger.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:org/huiqi/ledger/schema")
                    .load()
                    .migrate();
            return new Ledger(source, clock);
        } catch (FlywayException e) {
            source.close();
            throw refused(place, e, "若由更新的版本写成,请升级程序。", "If a newer version wrote it, update the program.");
        }
    }

    private static HikariDataSource connect(LedgerPlace place) {
        try {
            if (place.url().isEmpty()) {
                PrivateFile.prepare(place.file());
            }
            return new HikariDataSource(config(place));
        } catch (IOException | PoolInitializationException e) {
            throw refused(
                    place,
                    e,
                    "请核对环境变量 " + LedgerPlace.DATA + "、" + LedgerPlace.URL + " 和权限。",
                    "Check the variables " + LedgerPlace.DATA + " and " + LedgerPlace.URL + " and the permissions.");
        }
    }

    private static HikariConfig config(LedgerPlace place) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(place.jdbc());
        config.setConnectionTimeout(PATIENCE_MILLIS);
        if (place.url().isPresent()) {
            config.setUsername(place.user());
            config.setPassword(place.password());
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(1);
        } else {
            sqlite(config);
        }
        return config;
    }

    /** One connection, because a SQLite file has one writer; it waits for other processes, and its commits are on the disk. */
    private static void sqlite(HikariConfig config) {
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", String.valueOf(PATIENCE_MILLIS));
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    }

    private static InvalidInputException refused(LedgerPlace place, Exception cause, String wayZh, String wayEn) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new InvalidInputException(List.of(new Problem(
                place.shown(),
                new Text("账本打不开:" + why, "the ledger cannot be opened: " + why),
                new Text(wayZh, wayEn))));
    }

    public Accounts accounts() {
        return new Accounts(jdbi, clock);
    }

    public Sessions sessions() {
        return new Sessions(jdbi, clock);
    }

    public Tokens tokens() {
        return new Tokens(jdbi, clock);
    }

    public Journal journal() {
        return new Journal(jdbi, clock);
    }

    public Jobs jobs() {
        return new Jobs(jdbi, clock);
    }

    public Doorman doorman() {
        return new Doorman(jdbi, clock);
    }

    @Override
    public void close() {
        source.close();
    }
}
