/** A line to the server that goes dead: nothing more gets through to it, and neither end hears of it. */
import { connect, createServer } from 'node:net'

export class DeadLine {
  #left
  #onDead

  /** Dead after so many bytes to the server, over however many connections; gives the port to dial. */
  static async to(port, afterBytes, onDead) {
    const line = new DeadLine(afterBytes, onDead)
    const server = createServer((phone) => line.#join(phone, connect(port, '127.0.0.1')))
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
    return server.address().port
  }

  constructor(afterBytes, onDead) {
    this.#left = afterBytes
    this.#onDead = onDead
  }

  #join(phone, server) {
    server.pipe(phone)
    phone.on('data', (data) => {
      if (this.#left <= 0) return
      server.write(data.subarray(0, this.#left))
      this.#left -= data.length
      if (this.#left <= 0) this.#onDead()
    })
    // Whoever gives up closes the other end too; which error it was is the client's to say.
    phone.on('error', () => server.destroy())
    phone.on('close', () => server.destroy())
    server.on('error', () => phone.destroy())
  }
}
