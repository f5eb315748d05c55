package org.huiqi.ledger.job;

import java.util.Locale;
import org.huiqi.problem.Text;

/** Where a job stands. */
public enum State {
    QUEUED("排队中", "waiting"),
    RUNNING("进行中", "running"),
    /** The process ended while it ran; it goes on where it was. */
    INTERRUPTED("中断,等待继续", "interrupted, to be resumed"),
    DONE("已完成", "done"),
    FAILED("失败", "failed"),
    CANCELLED("已取消", "cancelled");

    private final Text label;

    State(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** As it is written in JSON and style sheets. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing will change any more. */
    public boolean over() {
        return switch (this) {
            case DONE, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, INTERRUPTED -> false;
        };
    }
}
