// Draws what the table beside it says.
(function () {
  "use strict";
  const SOFT = "#54616b", LINE = "#e2ddd2";
  const COLOURS = ["#8fb5b3", "#c9922e", "#0d5c63", "#b9b2a3", "#5a4394"];

  function draw(element) {
    const data = JSON.parse(element.dataset.chart);
    const chart = echarts.init(element);
    const narrow = element.clientWidth < 520;
    chart.setOption({
      animationDuration: 400,
      color: COLOURS,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: narrow ? 44 : 64, right: 12, top: narrow ? 66 : 46, bottom: 28 },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: SOFT } },
      tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: v => v.toLocaleString("zh-CN", { minimumFractionDigits: 2 }) + " " + data.unit },
      xAxis: { type: "category", data: data.months, axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false }, axisLabel: { color: SOFT, formatter: m => narrow ? m.slice(5) : m } },
      yAxis: { type: "value", axisLabel: { color: SOFT, formatter: v => Math.abs(v) >= 10000 ? v / 10000 + (data.unit === "元" ? "万" : "×10⁴") : v }, splitLine: { lineStyle: { color: LINE } } },
      series: data.series.map(s => ({ name: s.name, type: "bar", barMaxWidth: 16, data: s.values, itemStyle: { borderRadius: [2, 2, 0, 0], color: s.benefit ? "#0d5c63" : undefined } }))
    });
    addEventListener("resize", () => chart.resize());
  }

  function all() {
    document.querySelectorAll(".chart[data-chart]:not([data-drawn])").forEach(element => {
      const fold = element.closest("details");
      const go = () => { if (element.clientWidth && !element.dataset.drawn) { element.dataset.drawn = "1"; draw(element); } };
      go();
      if (fold) fold.addEventListener("toggle", go);
    });
  }
  // put into a page by htmx, the two scripts arrive in any order
  const library = document.querySelector('script[src$="/echarts.js"]');
  if (!window.echarts) { if (library) library.addEventListener("load", all); } else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", all); else all();
  document.addEventListener("htmx:afterSettle", all);
})();
