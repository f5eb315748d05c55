package org.huiqi.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.LedgerDoor;
import org.huiqi.ledger.LedgerPlace;
import org.huiqi.ledger.account.Account;
import org.huiqi.ledger.account.Password;
import org.huiqi.ledger.account.Role;

/** A ledger in a folder, with an officer. */
public record Office(Ledger ledger, LedgerPlace place, Account officer) implements AutoCloseable {
    public static final String NAME = "chen";
    public static final String PASSWORD = "麒麟 relays at dawn";

    public static Office in(Path folder) {
        LedgerPlace place = new LedgerPlace(folder.resolve("office"), Optional.empty(), "", "");
        Ledger ledger = Ledger.open(place, Clock.systemUTC());
        return new Office(ledger, place, ledger.accounts().add(NAME, Role.OFFICER, Password.chosen(PASSWORD, NAME)));
    }

    /** For a server, which opens the same ledger as another process would. */
    public LedgerDoor door() {
        return LedgerDoor.to(place, Clock.systemUTC());
    }

    public String token() {
        return ledger.tokens().add(officer, "test", Duration.ofDays(1)).text();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
