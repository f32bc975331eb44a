package taizhang.server.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the books are a demonstration; every page and file then says 演示数据. */
@Component
record Demo(@Value("${taizhang.demo:false}") boolean on) {}
