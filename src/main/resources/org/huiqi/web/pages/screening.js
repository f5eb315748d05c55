// Sends a list, and follows a job.
(() => {
  const upload = document.getElementById("upload");
  if (upload) {
    const sent = document.getElementById("sent");
    const wrong = document.getElementById("wrong");
    const button = upload.querySelector("button");
    const lang = upload.dataset.lang;
    const tell = lines => {
      wrong.replaceChildren(...lines.map(line => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      }));
      wrong.hidden = lines.length === 0;
      sent.hidden = true;
      button.disabled = false;
    };
    const refused = text => {
      try {
        const problem = JSON.parse(text);
        const lines = problem.problems.map(p => p.message[lang] + " " + p.remedy[lang]);
        tell(lines.length > 0 ? lines : [lang === "en" ? problem.titleEn : problem.title]);
      } catch {
        tell([upload.dataset.broken]);
      }
    };
    // what is chosen holds for the list that is sent and for the blank one
    const chosen = () => [...upload.querySelectorAll("input[name=policy]:checked")].map(p => ["policy", p.value]);
    const template = document.getElementById("template");
    const blank = template.getAttribute("href");
    const offer = () => { template.href = blank + (chosen().length > 0 ? "?" + new URLSearchParams(chosen()) : ""); };
    upload.addEventListener("change", offer);
    offer();
    upload.addEventListener("submit", event => {
      event.preventDefault();
      const file = upload.elements.file.files[0];
      const query = new URLSearchParams([["name", file.name], ["asOf", upload.elements.asOf.value], ["lang", lang], ...chosen()]);
      const request = new XMLHttpRequest();
      tell([]);
      sent.hidden = false;
      button.disabled = true;
      request.open("POST", "/api/v1/screenings?" + query);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.setRequestHeader("X-CSRF-Token", upload.elements.csrf.value);
      request.upload.onprogress = e => { sent.value = e.lengthComputable ? 1000 * e.loaded / e.total : 0; };
      request.onerror = () => tell([upload.dataset.broken]);
      request.onload = () => {
        if (request.status === 201) {
          location.assign(upload.dataset.to + JSON.parse(request.responseText).id);
        } else {
          refused(request.responseText);
        }
      };
      request.send(file);
    });
  }
  const job = document.getElementById("job");
  if (job && !job.dataset.over) {
    const events = new EventSource(job.dataset.events);
    const pace = document.getElementById("pace");
    let first = null;
    const clock = seconds => Math.floor(seconds / 60) + ":" + String(Math.floor(seconds % 60)).padStart(2, "0");
    // from what was seen here: a job that was interrupted has rows it owes to an earlier process
    const tellPace = now => {
      const at = performance.now() / 1000;
      if (first === null || now.rows.read < first.read) {
        first = { at, read: now.rows.read, permille: now.permille };
      }
      const seconds = at - first.at;
      const share = now.permille - first.permille;
      if (now.permille >= 1000) {
        pace.textContent = job.dataset.writing;
      } else if (share > 0 && seconds > 0) {
        pace.textContent = job.dataset.rate
          .replace("{rate}", Math.round((now.rows.read - first.read) / seconds).toLocaleString("en"))
          .replace("{left}", clock(seconds * (1000 - now.permille) / share));
      }
    };
    // refused, and not for a moment: whoever was logged out meanwhile is led to the login and back
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(() => location.reload(), 3000);
      }
    };
    events.addEventListener("job", event => {
      const now = JSON.parse(event.data);
      document.getElementById("progress").value = now.permille;
      tellPace(now);
      for (const row of ["read", "screened", "rejected"]) {
        document.getElementById(row).textContent = now.rows[row].toLocaleString("en");
      }
      if (["done", "failed", "cancelled"].includes(now.state)) {
        events.close();
        location.reload();
      }
    });
  }
})();
