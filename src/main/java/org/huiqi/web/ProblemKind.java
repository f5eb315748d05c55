package org.huiqi.web;

import java.util.Locale;
import org.huiqi.problem.Text;

/** The kinds of problem a request can meet. */
public enum ProblemKind {
    BAD_REQUEST(400, "请求有误", "The request is not understood"),
    MALFORMED_JSON(400, "正文不是有效的 JSON", "The body is not valid JSON"),
    INVALID_QUERY(400, "查询参数有误", "The query parameters are not valid"),
    LOGIN_NEEDED(401, "请先登录", "Log in first"),
    LOGIN_REFUSED(401, "登录没有成功", "The login did not succeed"),
    FORBIDDEN(403, "这个账号没有权限", "This account may not do that"),
    FORGED(403, "提交的来源无法确认", "Where this was sent from cannot be confirmed"),
    NOT_FOUND(404, "没有这个地址", "There is nothing at this address"),
    UNKNOWN_POLICY(404, "没有这项政策", "There is no such policy"),
    NO_AMOUNT(404, "这项政策没有可计算的金额", "This policy computes no amount"),
    NO_SCREENING(404, "没有这个筛查任务或结果", "There is no such screening or result"),
    METHOD_NOT_ALLOWED(405, "这个地址不接受这种方法", "This address does not accept this method"),
    REQUEST_TIMEOUT(408, "请求来得太慢", "The request took too long to arrive"),
    UNDER_WAY(409, "任务还没有结束", "The screening is not over"),
    TOO_LARGE(413, "正文过大", "The body is too large"),
    URI_TOO_LONG(414, "地址过长", "The address is too long"),
    WRONG_TYPE(415, "正文类型不对", "The body has the wrong type"),
    INVALID_PROFILE(422, "企业档案有问题,没有评估", "The profile has problems, nothing was assessed"),
    INVALID_BODY(422, "提交的内容有问题", "What was sent has problems"),
    TOO_MANY(429, "尝试太频繁,请稍后再试", "Too many attempts, try again later"),
    HEADERS_TOO_LARGE(431, "请求头过大", "The request headers are too large"),
    INTERNAL(500, "服务器内部错误", "Something went wrong inside the server"),
    NOT_IMPLEMENTED(501, "不支持这种方法", "The method is not supported"),
    NOT_READY(503, "正在准备规则库,请稍后再试", "The rule book is being prepared, try again shortly"),
    LEDGER_CLOSED(503, "账本暂时打不开", "The ledger cannot be opened at present"),
    BUSY(503, "服务器正忙,请稍后再试", "The server is busy, try again shortly"),
    NO_ROOM(507, "磁盘空间不足", "The disk is full");

    private final int status;
    private final Text title;

    ProblemKind(int status, String zh, String en) {
        this.status = status;
        this.title = new Text(zh, en);
    }

    public int status() {
        return status;
    }

    public Text title() {
        return title;
    }

    /** Identifies the kind; there is nothing to fetch behind it. */
    String type() {
        return "urn:problem-type:huiqi:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a bare status of the server below means. */
    static ProblemKind of(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> WRONG_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> BUSY;
            default -> status >= 500 ? INTERNAL : BAD_REQUEST;
        };
    }
}
