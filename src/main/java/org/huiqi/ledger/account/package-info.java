/** Who may come in: accounts, passwords, sessions, tokens, and a journal of who came. */
@NullMarked
package org.huiqi.ledger.account;

import org.jspecify.annotations.NullMarked;
