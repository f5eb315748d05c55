package org.huiqi.screen;

/** The fast judge and the Drools reference differ on a row: no result of this screening can be trusted. */
public final class DisagreementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DisagreementException(String message) {
        super(message);
    }

    DisagreementException(String message, RuntimeException cause) {
        super(message, cause);
    }
}
