/// The version of the program and its rules, as `ropa --version` prints it.
package let programVersion = "0.1.0"
