/** What is kept: accounts, what happened, and screening jobs, in a SQLite file or in PostgreSQL. Nothing here is loaded before it is needed. */
@NullMarked
package org.huiqi.ledger;

import org.jspecify.annotations.NullMarked;
