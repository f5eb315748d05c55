package org.huiqi.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Both kinds of database, real ones; every place asked for is empty. */
public enum Store {
    SQLITE {
        @Override
        public LedgerPlace fresh(Path folder) {
            return new LedgerPlace(folder.resolve("data-" + COUNT.incrementAndGet()), Optional.empty(), "", "");
        }
    },
    POSTGRESQL {
        @Override
        public LedgerPlace fresh(Path folder) {
            String name = "ledger" + COUNT.incrementAndGet();
            try (Connection admin = Server.RUNNING.getPostgresDatabase().getConnection()) {
                admin.createStatement().execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            String url = "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name;
            return new LedgerPlace(folder.resolve(name), Optional.of(url), "postgres", "postgres");
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    public abstract LedgerPlace fresh(Path folder);

    /** One PostgreSQL for all tests of a run; it ends with the process. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(Files.createTempDirectory("huiqi-postgres"))
                        .setCleanDataDirectory(true)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
