package org.huiqi.ledger.account;

import java.time.Instant;

/**
 * Somebody who may log in.
 *
 * @param name normalized, see {@link AccountName}
 * @param locked by an administrator, until an administrator unlocks it
 */
public record Account(String id, String name, Role role, boolean locked, Instant created) {}
