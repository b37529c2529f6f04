/// What the preview adds to a page: it waits for another version, then reloads the page where the
/// reader stands, or lays the mistakes over it.
enum ReloadScript {
  static let address = "/.unroller/change"

  static func added(to html: [UInt8], _ version: Int) -> [UInt8] {
    html + Array(script(version).utf8)
  }

  private static func script(_ version: Int) -> String {
    """
    <script>
    (() => {
      let version = \(version), box;
      const place = "unroller-scroll:" + location.pathname;
      const kept = sessionStorage.getItem(place);
      if (kept) { sessionStorage.removeItem(place); scrollTo(0, +kept); }
      const say = (words) => {
        box?.remove();
        if (!words) return;
        box = document.createElement("pre");
        box.setAttribute("role", "alert");
        box.id = "unroller-problems";
        box.style.cssText = "position:fixed;inset:auto 1rem 1rem;max-height:60vh;overflow:auto;"
          + "z-index:9;margin:0;padding:1rem;background:#2b1214;color:#ffdedb;border-radius:8px;"
          + "font:14px/1.5 monospace;white-space:pre-wrap";
        box.textContent = words;
        document.body.append(box);
      };
      const wait = async () => {
        try {
          const answer = await fetch("\(address)?version=" + version);
          const [first, ...rest] = (await answer.text()).split("\\n");
          const words = rest.join("\\n");
          if (+first !== version) {
            version = +first;
            if (words) say(words);
            else { sessionStorage.setItem(place, scrollY); return location.reload(); }
          }
          wait();
        } catch { setTimeout(wait, 1000); }
      };
      fetch("\(address)?version=-1").then((answer) => answer.text())
        .then((text) => say(text.split("\\n").slice(1).join("\\n"))).finally(wait);
    })();
    </script>

    """
  }
}
