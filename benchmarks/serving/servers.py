"""What runs while it is measured: a private PostGIS, QGIS Server behind lighttpd, our own server. Each is stopped by whoever started it."""
import glob
import os
import pwd
import shutil
import socket
import subprocess
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
HOST = "127.0.0.1"


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def wait_for(address, process):
    """Until the address answers with 200, two minutes at most."""
    for _ in range(1200):
        if process.poll() is not None:
            raise SystemExit(f"{process.args} ended with {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")


class PostGis:
    """A cluster of its own in the data folder; kept between runs, as its tables take minutes to load."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, "postgis")
        self.port = free_port()
        self.binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda b: int(b.split("/")[4]))[-1]
        self.owner = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name

    def __enter__(self):
        is_new = not os.path.exists(self.folder)
        if is_new:
            os.makedirs(self.folder)
            shutil.chown(self.folder, self.owner)
            os.chmod(os.path.dirname(self.folder), 0o755)
            self._as_owner(f"{self.binaries}/initdb -D {self.folder}/data -A trust -U soctrang -E UTF8 --locale=C.UTF-8 --no-sync")
        settings = " ".join(f"-c {s}" for s in (
            f"port={self.port}", f"listen_addresses={HOST}", f"unix_socket_directories={self.folder}", "shared_buffers=1GB",
            "maintenance_work_mem=512MB", "max_wal_size=8GB", "max_connections=200", "synchronize_seqscans=off"))
        self._as_owner(f"{self.binaries}/pg_ctl -D {self.folder}/data -l {self.folder}/log -w -t 120 -o '{settings}' start")
        if is_new:
            self.sql("CREATE DATABASE soctrang", database="postgres")
        return self

    def __exit__(self, *_):
        self._as_owner(f"{self.binaries}/pg_ctl -D {self.folder}/data -m fast -w -t 120 stop")

    @property
    def store(self):
        return f"postgis:Host={HOST};Port={self.port};Username=soctrang;Database=soctrang"

    @property
    def arguments(self):
        return ["-h", HOST, "-p", str(self.port), "-U", "soctrang"]

    def sql(self, *statements, database="soctrang"):
        """Each statement in a transaction of its own; what the last one says."""
        each = [part for statement in statements for part in ("-c", statement)]
        command = [f"{self.binaries}/psql", *self.arguments, "-d", database, "-qAtX", "-v", "ON_ERROR_STOP=1", *each]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def table(self):
        """The table that holds our parcels, quoted; empty when there is none."""
        if not self.sql("SELECT to_regclass('soctrang.layers')"):
            return ""
        return self.sql("SELECT format('soctrang.%I', table_name) FROM soctrang.layers WHERE layer_id = 'parcels' AND table_name IS NOT NULL")

    def bench(self, script, connections, seconds):
        """Transactions a second by pgbench, prepared statements, two threads."""
        path = os.path.join(self.folder, "..", "bench.sql")
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        command = [f"{self.binaries}/pgbench", *self.arguments, "-n", "-M", "prepared", "-f", path, "-c", str(connections), "-j", str(min(2, connections)), "-T", str(seconds), "soctrang"]
        done = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        if "number of failed transactions: 0" not in done:
            raise SystemExit(done)
        return float(done.split("tps = ")[1].split()[0])

    def _as_owner(self, command):
        if os.getuid() == 0:
            command = f'su {self.owner} -s /bin/sh -c "{command}"'
        subprocess.run(command, shell=True, check=True, stdout=subprocess.DEVNULL)


class Ours:
    """Our server, published, on one store."""

    def __init__(self, program, store, *more):
        self.address = f"http://{HOST}:{free_port()}"
        self.command = [f"{program}/Geo.Api/Geo.Api", "serve", "--urls", self.address, "--store", store, "--data", f"{HERE}/../../data", *more]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        wait_for(f"{self.address}/collections/parcels", self.process)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)

    def memory(self):
        """Resident MiB now and at most since the last reset."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            lines = dict(line.split(":", 1) for line in status)
        return tuple(int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))

    def reset_memory(self):
        with open(f"/proc/{self.process.pid}/clear_refs", "w", encoding="ascii") as file:
            file.write("5")


class QgisServer:
    """QGIS Server on one project: two processes, as the machine has two processors, behind lighttpd."""

    def __init__(self, folder, project):
        self.folder, self.project, self.port = folder, project, free_port()
        self.address = f"http://{HOST}:{self.port}/wfs3"

    def __enter__(self):
        sock, conf = f"{self.folder}/qgis-{self.port}.sock", f"{self.folder}/lighttpd-{self.port}.conf"
        with open(conf, "w", encoding="ascii") as file:
            file.write(
                f'server.document-root = "{self.folder}"\nserver.bind = "{HOST}"\nserver.port = {self.port}\nserver.max-keep-alive-requests = 1000000\n'
                'server.modules = ("mod_fastcgi")\n'
                f'fastcgi.server = ("/wfs3" => (("socket" => "{sock}", "check-local" => "disable")))\n')
        environment = {**os.environ, "QGIS_PROJECT_FILE": self.project, "QT_QPA_PLATFORM": "offscreen", "QGIS_SERVER_LOG_LEVEL": "2"}
        self.processes = [
            subprocess.Popen(["spawn-fcgi", "-n", "-s", sock, "-F", "2", "--", "/usr/lib/cgi-bin/qgis_mapserv.fcgi"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True),
            subprocess.Popen(["/usr/sbin/lighttpd", "-D", "-f", conf], stdout=subprocess.DEVNULL, start_new_session=True),
        ]
        wait_for(f"{self.address}/collections/parcels/items.json?limit=1", self.processes[1])
        return self

    def __exit__(self, *_):
        for process in self.processes:
            os.killpg(process.pid, 15)
            process.wait(60)


class FileServer:
    """Files of a folder by lighttpd: what the way of an answer costs that nothing has to be done for."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.address = f"http://{HOST}:{self.port}"

    def __enter__(self):
        os.makedirs(self.folder, exist_ok=True)
        self.put("ready", b"ready")
        conf = f"{self.folder}/lighttpd.conf"
        with open(conf, "w", encoding="ascii") as file:
            file.write(
                f'server.document-root = "{self.folder}"\nserver.bind = "{HOST}"\nserver.port = {self.port}\n'
                "server.max-keep-alive-requests = 1000000\nserver.max-worker = 2\n")
        self.process = subprocess.Popen(["/usr/sbin/lighttpd", "-D", "-f", conf], stdout=subprocess.DEVNULL, start_new_session=True)
        wait_for(f"{self.address}/ready", self.process)
        return self

    def __exit__(self, *_):
        os.killpg(self.process.pid, 15)
        self.process.wait(60)

    def put(self, name, content):
        with open(f"{self.folder}/{name}", "wb") as file:
            file.write(content)
